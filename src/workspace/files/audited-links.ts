import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'

/** A link as the audit keeps it where no row of its own tells of it: from, relation, to. */
export type AuditedLink = readonly [string, string, string]

/** The links that people made, or those of them that start from these records, for the audit. */
export async function auditedLinks(
  { transaction, workspaceId, records }: Pick<OperationContext, 'transaction' | 'workspaceId' | 'records'>,
  from?: readonly string[],
): Promise<AuditedLink[]> {
  const { rows } = await sql<{
    from_type: string
    from_number: number
    relation: string
    to_type: string
    to_number: number
  }>`
    select source.type as from_type, source.number as from_number, link.relation,
      target.type as to_type, target.number as to_number
    from link
    join record as source on source.workspace_id = link.workspace_id and source.id = link.from_id
    join record as target on target.workspace_id = link.workspace_id and target.id = link.to_id
    where link.workspace_id = ${workspaceId} and position(':' in link.relation) = 0
      and ${from ? sql`link.from_id = any (${[...from]}::uuid[])` : sql`true`}
    order by source.type, source.number, link.relation, target.type, target.number`.execute(transaction)
  const prefixes = new Map(records.all.map(({ type, prefix }) => [type, prefix]))
  const keyOf = (type: string, number: number) => `${prefixes.get(type) ?? type}-${number}`
  return rows.map((row) => [
    keyOf(row.from_type, row.from_number),
    row.relation,
    keyOf(row.to_type, row.to_number),
  ])
}
