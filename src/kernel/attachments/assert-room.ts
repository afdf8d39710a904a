import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'

/** How much one workspace keeps in files, in bytes: as much as an export can hold in memory. */
const mostKept = 500 * 2 ** 20

/** Refuses more bytes than a workspace keeps in files. */
export async function assertRoom(
  { transaction, workspaceId }: Pick<OperationContext, 'transaction' | 'workspaceId'>,
  size: number,
): Promise<void> {
  const { rows } = await sql<{ kept: number }>`select coalesce(sum(size), 0)::float8 as kept from attachment
    where workspace_id = ${workspaceId}`.execute(transaction)
  if ((rows[0]?.kept ?? 0) + size > mostKept) throw full()
}

function full(): Refusal {
  return new Refusal(
    'too-much',
    {
      en: 'This workspace keeps 500 MiB of files, and there is no more room.',
      de: 'Dieser Arbeitsbereich bewahrt 500 MiB an Dateien auf, und mehr passt nicht hinein.',
    },
    { en: 'Link to where the file lies.', de: 'Verlinke, wo die Datei liegt.' },
  )
}
