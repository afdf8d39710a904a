import { Refusal } from '../operation/refusal.ts'
import type { OperationContext } from '../operation/define-operation.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId'>

/** Since when the workspace holds the sample company, and behind which audit row; undefined for a real workspace. */
export async function sampleMark({ transaction, workspaceId }: Reader) {
  return transaction
    .selectFrom('sample')
    .select(['begun_at', 'begun_after'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
}

/** Keeps what is real out of a workspace that holds the sample company. */
export async function refuseInSample(context: Reader): Promise<void> {
  if (!(await sampleMark(context))) return
  throw new Refusal(
    'conflict',
    {
      en: 'This workspace holds the sample company, and nothing real is mixed with it.',
      de: 'Dieser Arbeitsbereich enthält die Beispielfirma, und nichts Echtes wird mit ihr vermischt.',
    },
    { en: 'Remove the sample company first.', de: 'Entferne zuerst die Beispielfirma.' },
  )
}
