import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '../operation/define-operation.ts'
import { mayRead } from './may-read.ts'
import type { ChangeShape } from './record-shape.ts'

/** How many writes are looked through at once; who is further behind asks again from where this ended. */
const atOnce = 500

/**
 * The records that were written or linked since a place in the audit chain, each once as it is now, and the place to go
 * on from. Without a place only where the chain ends.
 */
export const recordChanges = defineOperation({
  name: 'record.changes',
  input: z.strictObject({ after: z.int().min(0).nullable() }),
  // Everybody; what of it somebody may read is looked at record by record.
  access: ['owner', 'leader', 'member', 'guest'],
  writes: false,
  run: async (context, { after }) => {
    const end = await endOfChain(context)
    if (after === null || after >= end) return { seq: end, changes: [] }
    const seq = Math.min(end, after + atOnce)
    return { seq, changes: await changesBetween(context, after, seq) }
  },
})

async function endOfChain({ transaction, workspaceId }: OperationContext): Promise<number> {
  const { seq } = await transaction
    .selectFrom('audit_head')
    .select('seq')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return seq
}

/** A link is news at both of its ends: its audit row names the record that it starts from, the payload the other. */
async function changesBetween(
  context: OperationContext,
  after: number,
  upTo: number,
): Promise<ChangeShape[]> {
  const { transaction, workspaceId, records } = context
  const { rows: news } = await sql<{ id: string; other: string | null }>`
    select distinct subject_id as id, payload ->> 'to' as other from audit
    where workspace_id = ${workspaceId} and seq > ${after} and seq <= ${upTo}
      and subject_type in (${sql.join(records.all.map(({ type }) => type))})`.execute(transaction)
  const written = await readableOf(context, [...new Set(news.map(({ id }) => id))])
  if (written.size === 0) return []
  const ids = [...written]
  // What happens to a hidden record is no news of those that it is linked to either.
  const seen = news.filter(({ id }) => written.has(id))
  const others = seen.flatMap(({ other }) => (other === null ? [] : [otherEnd(context, other)]))
  const { rows } = await sql<{ type: string; number: number; version: number }>`
    select type, number, version from record
    where workspace_id = ${workspaceId} and ${mayRead(context)} and (id in (${sql.join(ids)})
      or id in (select to_id from link where workspace_id = ${workspaceId} and from_id in (${sql.join(ids)}))
      or ${others.length > 0 ? sql`(type, number) in (${sql.join(others)})` : sql`false`})
    order by type, number`.execute(transaction)
  return rows.map(({ type, number, version }) => ({
    type,
    key: `${records.ofType(type).prefix}-${number}`,
    version,
  }))
}

async function readableOf(context: OperationContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await context.transaction
    .selectFrom('record')
    .select('id')
    .where('workspace_id', '=', context.workspaceId)
    .where('id', 'in', ids)
    .where(mayRead(context))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

function otherEnd({ records }: OperationContext, key: string): RawBuilder<unknown> {
  const { definition, number } = records.ofKey(key)
  return sql`(${definition.type}, ${number}::integer)`
}
