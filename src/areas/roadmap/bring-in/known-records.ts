import { sql } from 'kysely'
import type { OperationContext } from '#kernel'
import { loadRecords } from '#kernel/record/load-records.ts'
import type { RecordDefinition, RecordValues } from '#kernel/shape.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor' | 'clock'>

/** A record that a row became when it came in before, or that holds its address. */
export interface KnownRecord {
  readonly id: string
  readonly key: string
  readonly version: number
  readonly current: RecordValues
  /** What it was when it came in last; null where it was written here. */
  readonly brought: RecordValues | null
  readonly isArchived: boolean
  /** Whether its time is over, so that what is personal in it is forgotten, or was. */
  readonly isOver: boolean
}

/** The records that are there of these identities, by identity. */
export async function knownRecords(
  context: Reader,
  definition: RecordDefinition,
  identities: readonly string[],
): Promise<ReadonlyMap<string, KnownRecord>> {
  const brought = await broughtBefore(context, definition, identities)
  const missing = identities.filter((identity) => !brought.has(identity) && identity.startsWith('http'))
  const linked = await byAddress(context, definition, missing)
  const found = [...brought, ...linked]
  if (found.length === 0) return new Map()
  const loaded = await loadRecords(
    context,
    definition,
    sql`where record.workspace_id = ${context.workspaceId} and record.type = ${definition.type}
      and record.id = any (${found.map(([, { id }]) => id)}::uuid[])`,
  )
  const today = context.clock().toISOString().slice(0, 10)
  const shapes = new Map(loaded.map(({ id, shape }) => [id, shape]))
  return new Map(
    found.flatMap(([identity, { id, fields }]): [string, KnownRecord][] => {
      const shape = shapes.get(id)
      if (!shape) return []
      const { key, version, fields: current, archivedAt } = shape
      const end = definition.ends === undefined ? null : current[definition.ends]
      const isOver = typeof end === 'string' && end < today
      return [
        [identity, { id, key, version, current, brought: fields, isArchived: archivedAt !== null, isOver }],
      ]
    }),
  )
}

interface Found {
  readonly id: string
  readonly fields: RecordValues | null
}

async function broughtBefore(
  { transaction, workspaceId }: Reader,
  { type }: RecordDefinition,
  identities: readonly string[],
): Promise<Map<string, Found>> {
  const { rows } = await sql<{ source: string; record_id: string; fields: RecordValues | null }>`
    select brought_in.source, brought_in.record_id, record_version.fields from brought_in
    left join record_version on record_version.workspace_id = brought_in.workspace_id
      and record_version.record_id = brought_in.record_id and record_version.version = brought_in.version
    where brought_in.workspace_id = ${workspaceId} and brought_in.type = ${type}
      and brought_in.source = any (${identities}::text[])`.execute(transaction)
  return new Map(rows.map(({ source, record_id: id, fields }) => [source, { id, fields }]))
}

/** Records that were written here, or came with a folder, and name the address of a row; only where one alone does. */
async function byAddress(
  { transaction, workspaceId }: Reader,
  { type }: RecordDefinition,
  addresses: readonly string[],
): Promise<Map<string, Found>> {
  if (addresses.length === 0) return new Map()
  const { rows } = await sql<{ link: string; id: string }>`
    select rtrim(link, '/') as link, min(id::text) as id from ${sql.table(type)}
    where workspace_id = ${workspaceId} and rtrim(link, '/') = any (${addresses}::text[])
    group by rtrim(link, '/') having count(*) = 1`.execute(transaction)
  return new Map(rows.map(({ link, id }) => [link, { id, fields: null }]))
}

/** Keeps by which identity a record is known again, and which of its versions came in with it. */
export async function keepBrought(
  { transaction, workspaceId }: Pick<OperationContext, 'transaction' | 'workspaceId'>,
  { type }: RecordDefinition,
  brought: readonly { readonly identity: string; readonly id: string; readonly version: number }[],
): Promise<void> {
  if (brought.length === 0) return
  await sql`insert into brought_in (workspace_id, type, source, record_id, version)
    select ${workspaceId}::uuid, ${type}, source, record_id, version
    from unnest(${brought.map(({ identity }) => identity)}::text[], ${brought.map(({ id }) => id)}::uuid[],
      ${brought.map(({ version }) => version)}::integer[]) as each (source, record_id, version)
    on conflict (workspace_id, type, source) do update
      set record_id = excluded.record_id, version = excluded.version`.execute(transaction)
}
