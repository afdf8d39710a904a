import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'

/** Whether links of this one name lead from the one record to the other, over however many between them. */
export async function leadsTo(
  { transaction, workspaceId }: OperationContext,
  relation: string,
  from: string,
  to: string,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive reached (id) as (
      select ${from}::uuid
      union
      select next.to_id from reached cross join lateral (
        select link.to_id from link
        where link.workspace_id = ${workspaceId} and link.from_id = reached.id and link.relation = ${relation}
        offset 0
      ) as next
    )
    select exists (select from reached where id = ${to}::uuid) as found`.execute(transaction)
  return rows[0]?.found === true
}
