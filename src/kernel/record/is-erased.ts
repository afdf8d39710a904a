import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'

/** Whether the record was erased. */
export async function isErased(
  { transaction, workspaceId }: Pick<OperationContext, 'transaction' | 'workspaceId'>,
  id: string,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from erasure where workspace_id = ${workspaceId} and record_id = ${id}) as found`.execute(
    transaction,
  )
  return rows[0]?.found === true
}
