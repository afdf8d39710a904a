import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { findRecord } from '../record/find-record.ts'
import { mayReadType } from '../record/may-read.ts'
import type { NeighbourShape, SightShape, SightStep } from './link-shape.ts'
import { relations } from './relations.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** Everything that a record is linked to, in both directions, as far as the actor may see it. */
export async function neighbours(context: Reader, key: string): Promise<NeighbourShape[]> {
  const { id } = await findRecord(context, key)
  const { rows } = await sql<End & { readonly relation: string; readonly outgoing: boolean }>`
    select link.relation, link.from_id = ${id}::uuid as outgoing, record.type, record.number, record.title,
      record.archived_at is not null as archived
    from link join record on record.workspace_id = link.workspace_id
      and record.id = case when link.from_id = ${id}::uuid then link.to_id else link.from_id end
    where link.workspace_id = ${context.workspaceId} and (link.from_id = ${id}::uuid or link.to_id = ${id}::uuid)
      and record.type in (${sql.join(readableTypes(context))})
    order by link.relation, record.type, record.number`.execute(context.transaction)
  return rows.map(({ relation, outgoing, ...end }) => ({
    relation: outgoing ? relation : inverseOf(relation),
    direction: outgoing ? ('out' as const) : ('in' as const),
    ...shown(context, end),
  }))
}

/** How far a line of sight is followed each way; a longer one is nobody's. */
const farthest = 12
const most = 500

/**
 * What a record is for, and what is done for it: along the relations that lead up, each record once at its shortest
 * distance. What the actor may not see is left out, and so is what is to be reached through it alone.
 */
export async function lineOfSight(
  context: Reader,
  key: string,
): Promise<{ readonly records: readonly SightShape[]; readonly steps: readonly SightStep[] }> {
  const { id } = await findRecord(context, key)
  const above = await walk(context, id, 'up')
  const below = await walk(context, id, 'down')
  const records = [
    ...above,
    ...below.filter(({ distance }) => distance > 0).map((row) => ({ ...row, distance: -row.distance })),
  ]
  const ids = records.map((row) => row.id)
  const { rows } = await sql<{ from_id: string; relation: string; to_id: string }>`
    select from_id, relation, to_id from link where workspace_id = ${context.workspaceId}
      and relation in (${sql.join(upward(context))}) and from_id in (${sql.join(ids)}) and to_id in (${sql.join(ids)})`.execute(
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
        relation,
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

async function walk(context: Reader, start: string, way: 'up' | 'down') {
  const [near, far] = way === 'up' ? ['from_id', 'to_id'] : ['to_id', 'from_id']
  const { rows } = await sql<End & { readonly id: string; readonly distance: number }>`
    with recursive reached (id, distance) as (
      select ${start}::uuid, 0
      union
      select next.id, reached.distance + 1
      from reached
      join link on link.workspace_id = ${context.workspaceId} and ${sql.ref(`link.${near}`)} = reached.id
        and link.relation in (${sql.join(upward(context))})
      join record as next on next.workspace_id = link.workspace_id and next.id = ${sql.ref(`link.${far}`)}
        and next.type in (${sql.join(readableTypes(context))})
      where reached.distance < ${farthest}
    ), nearest as (select id, min(distance) as distance from reached group by id)
    select record.id, nearest.distance, record.type, record.number, record.title,
      record.archived_at is not null as archived
    from nearest join record on record.workspace_id = ${context.workspaceId} and record.id = nearest.id
    order by nearest.distance, record.type, record.number limit ${most}`.execute(context.transaction)
  return rows
}

function readableTypes({ records, actor }: Reader): string[] {
  return records.all.filter((definition) => mayReadType(actor, definition)).map(({ type }) => type)
}

/** Names under which links that lead up are stored: relations, and fields that say so. */
function upward({ records }: Reader): string[] {
  const fields = records.all.flatMap(({ fields: own }) =>
    Object.entries(own).flatMap(([name, field]) =>
      'sight' in field && field.sight === 'up' ? [`field:${name}`] : [],
    ),
  )
  return [...relations.filter(({ sight }) => sight === 'up').map(({ name }) => name), ...new Set(fields)]
}

function inverseOf(name: string): string {
  return relations.find((relation) => relation.name === name)?.inverse ?? name
}

function shown({ records }: Reader, { type, number, title, archived }: End) {
  return { key: `${records.ofType(type).prefix}-${number}`, type, title, archived }
}
