import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { findRecord } from '../record/find-record.ts'
import { mayRead } from '../record/may-read.ts'
import type { NeighbourShape, SightShape, SightStep } from './link-shape.ts'
import { nameOfLink, namesLeadingUp } from './kept-by-field.ts'
import { relations } from './relations.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** Everything that a record is linked to, in both directions, as far as the actor may see it. */
export async function neighbours(context: Reader, key: string): Promise<NeighbourShape[]> {
  const { id, definition } = await findRecord(context, key)
  const { rows } = await sql<End & { readonly relation: string; readonly outgoing: boolean }>`
    select link.relation, link.from_id = ${id}::uuid as outgoing, record.type, record.number, record.title,
      record.archived_at is not null as archived
    from link join record on record.workspace_id = link.workspace_id
      and record.id = case when link.from_id = ${id}::uuid then link.to_id else link.from_id end
    where link.workspace_id = ${context.workspaceId} and (link.from_id = ${id}::uuid or link.to_id = ${id}::uuid)
      and ${mayRead(context)}
    order by link.relation, record.type, record.number`.execute(context.transaction)
  return rows.map(({ relation: stored, outgoing, ...end }) => {
    const relation = nameOfLink(outgoing ? definition : context.records.ofType(end.type), stored)
    return {
      relation: outgoing ? relation : inverseOf(relation),
      direction: outgoing ? ('out' as const) : ('in' as const),
      ...shown(context, end),
    }
  })
}

/** How far a line of sight is followed each way, and over how many records; a longer one is nobody's. */
const farthest = 12
const most = 500

/**
 * What a record is for, and what is done for it: along the relations that lead up, each record once at its shortest
 * distance, at most 500 each way. What the actor may not see is left out, and so is what is to be reached through it alone.
 */
export async function lineOfSight(
  context: Reader,
  key: string,
): Promise<{ readonly records: readonly SightShape[]; readonly steps: readonly SightStep[] }> {
  const { id, shape, definition } = await findRecord(context, key)
  const number = Number(shape.key.slice(definition.prefix.length + 1))
  const start = {
    id,
    type: shape.type,
    number,
    title: shape.title,
    archived: shape.archivedAt !== null,
    distance: 0,
  }
  const above = await walk(context, start, 'up')
  const below = await walk(context, start, 'down')
  const records = [
    ...above,
    ...below.filter(({ distance }) => distance > 0).map((row) => ({ ...row, distance: -row.distance })),
  ]
  const ids = records.map((row) => row.id)
  const types = new Map(records.map((row) => [row.id, context.records.ofType(row.type)]))
  const { rows } = await sql<{ from_id: string; relation: string; to_id: string }>`
    select from_id, relation, to_id from link where workspace_id = ${context.workspaceId}
      and relation = any(${sql.val(namesLeadingUp(context.records.all))}::text[])
      and from_id = any(${sql.val(ids)}::uuid[]) and to_id = any(${sql.val(ids)}::uuid[])`.execute(
    context.transaction,
  )
  const keys = new Map(records.map((row) => [row.id, shown(context, row).key]))
  return {
    records: records
      .map((row) => ({ ...shown(context, row), distance: row.distance }))
      .sort((a, b) => b.distance - a.distance || inOrder(a.key, b.key)),
    steps: rows
      .map(({ from_id: from, relation, to_id: to }) => ({
        from: keys.get(from) ?? '',
        relation: nameOfLink(types.get(from) ?? definition, relation),
        to: keys.get(to) ?? '',
      }))
      .sort((a, b) => inOrder(a.from, b.from) || inOrder(a.to, b.to) || inOrder(a.relation, b.relation)),
  }
}

const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

interface End {
  readonly type: string
  readonly number: number
  readonly title: string
  readonly archived: boolean
}

interface Reached extends End {
  readonly id: string
  readonly distance: number
}

/** Level by level, so that the nearest are found first and a wide field ends where the limit is. */
async function walk(context: Reader, start: Reached, way: 'up' | 'down'): Promise<Reached[]> {
  const [near, far] = way === 'up' ? ['from_id', 'to_id'] : ['to_id', 'from_id']
  const reached = new Map([[start.id, start]])
  let level = [start.id]
  for (let distance = 1; distance <= farthest && level.length > 0 && reached.size < most; distance++) {
    // Each `offset 0` keeps this a look into an index for each record, whatever is known of the sizes of the tables.
    const { rows } = await sql<End & { readonly id: string }>`
      select distinct next.* from unnest(${sql.val(level)}::uuid[]) as level (id)
      cross join lateral (
        select ${sql.ref(`link.${far}`)} as id from link
        where link.workspace_id = ${context.workspaceId} and ${sql.ref(`link.${near}`)} = level.id
          and link.relation = any(${sql.val(namesLeadingUp(context.records.all))}::text[])
        offset 0
      ) as found
      cross join lateral (
        select record.id, record.type, record.number, record.title, record.archived_at is not null as archived
        from record where record.workspace_id = ${context.workspaceId} and record.id = found.id and ${mayRead(context)}
        offset 0
      ) as next
      where next.id <> all(${sql.val([...reached.keys()])}::uuid[])
      order by next.type, next.number limit ${most - reached.size}`.execute(context.transaction)
    for (const row of rows) reached.set(row.id, { ...row, distance })
    level = rows.map(({ id }) => id)
  }
  return [...reached.values()]
}

function inverseOf(name: string): string {
  return relations.find((relation) => relation.name === name)?.inverse ?? name
}

function shown({ records }: Reader, { type, number, title, archived }: End) {
  return { key: `${records.ofType(type).prefix}-${number}`, type, title, archived }
}
