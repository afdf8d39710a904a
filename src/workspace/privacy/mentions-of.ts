import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { FoundRecord } from '#kernel/record/find-record.ts'
import { mayRead } from '#kernel/record/may-read.ts'

const most = 100

/** Keys of other records that the actor may see and that hold the record's title or one of its addresses, now or in a version. */
export async function mentionsOf(
  context: Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>,
  { id, definition, shape }: FoundRecord,
): Promise<string[]> {
  const addresses = Object.entries(definition.fields).flatMap(([name, field]) =>
    field.kind === 'email' ? [shape.fields[name]] : [],
  )
  const words = [shape.title, ...addresses].filter((word) => typeof word === 'string' && word.length > 2)
  if (words.length === 0) return []
  // As JSON writes it, because that is what is looked through.
  const holds = words.map(
    (word) =>
      sql`position(lower(${JSON.stringify(word).slice(1, -1)}) in lower(record_version.fields::text)) > 0`,
  )
  const { rows } = await sql<{ type: string; number: number }>`
    select distinct record.type, record.number from record_version join record
      on record.workspace_id = record_version.workspace_id and record.id = record_version.record_id
    where record_version.workspace_id = ${context.workspaceId} and record.id <> ${id}
      and ${mayRead(context)} and (${sql.join(holds, sql` or `)})
    order by record.type, record.number limit ${most}`.execute(context.transaction)
  return rows.map(({ type, number }) => `${context.records.ofType(type).prefix}-${number}`)
}
