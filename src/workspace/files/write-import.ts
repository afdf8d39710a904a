import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { titleOf } from '#kernel/record/write-record.ts'
import { columnOf, tableOf, toColumn } from '#kernel/record/record-columns.ts'
import { writeSearchEntries } from '#kernel/search/keep-search-entry.ts'
import { referredIn, referredType, renamed } from '#kernel/record/referred.ts'
import { envelopeOf, type FiledVersion } from './history-file.ts'
import type { FiledLink } from './link-file.ts'
import type { Manifest } from './manifest-file.ts'
import type { ReadRecord } from './read-export.ts'

/** A record of an import with the id that it gets. */
export interface RecordToWrite extends ReadRecord {
  readonly id: string
  readonly versions: readonly FiledVersion[]
}

const batch = 200

/** Writes records that were found right, with everything that belongs to them. References may lead forth and back. */
export async function writeImport(
  context: OperationContext,
  records: readonly RecordToWrite[],
  links: readonly FiledLink[],
  numbers: Manifest['numbers'],
): Promise<void> {
  const ids = new Map(records.map(({ key, id }) => [key, id]))
  // First all envelopes: what a field refers to may stand in a later file.
  for (const some of inBatches(records)) await writeEnvelopes(context, some)
  for (const definition of context.records.all) {
    const own = records.filter((record) => record.definition.type === definition.type)
    for (const some of inBatches(own)) {
      await writeFields(context, definition, some, ids)
      await keepFound(context, definition, some)
    }
    await raiseNumber(context, definition, own, numbers[definition.prefix] ?? 0)
  }
  for (const some of inBatches(records)) await writeVersions(context, some)
  for (const some of inBatches([...linksOfFields(records, ids), ...linksOf(links, ids)]))
    await context.transaction
      .insertInto('link')
      .values(some.map((link) => ({ workspace_id: context.workspaceId, ...link })))
      .execute()
}

function* inBatches<Each>(all: readonly Each[]): Generator<readonly Each[]> {
  for (let from = 0; from < all.length; from += batch) yield all.slice(from, from + batch)
}

async function writeEnvelopes(
  { transaction, workspaceId }: OperationContext,
  records: readonly RecordToWrite[],
): Promise<void> {
  await transaction
    .insertInto('record')
    .values(
      records.map(({ id, definition, number, values, versions }) => {
        const { created, updated, archived } = envelopeOf(versions)
        return {
          workspace_id: workspaceId,
          id,
          type: definition.type,
          number,
          title: titleOf(definition, values),
          version: versions.length,
          created_at: new Date(created.at),
          created_by: created.by,
          updated_at: new Date(updated.at),
          updated_by: updated.by,
          archived_at: archived === null ? null : new Date(archived),
        }
      }),
    )
    .execute()
}

async function writeFields(
  { transaction, workspaceId }: OperationContext,
  definition: RecordDefinition,
  records: readonly RecordToWrite[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const fields = Object.entries(definition.fields)
  const rows = records.map(({ id, values }) => {
    const columns = fields.map(([name, field]) => {
      const value = values[name] ?? null
      const isKey = referredType(field) !== null && value !== null
      return toColumn(field, isKey ? renamed(value, (key) => ids.get(key) ?? null) : value)
    })
    return sql`(${sql.join([sql`${workspaceId}::uuid`, sql`${id}::uuid`, ...columns])})`
  })
  await sql`insert into ${sql.table(tableOf(definition))}
    (workspace_id, id, ${sql.join(fields.map(([name]) => sql.id(columnOf(name))))})
    values ${sql.join(rows)}`.execute(transaction)
}

/** What came in is found like what was written here. */
async function keepFound(
  { transaction, workspaceId }: OperationContext,
  definition: RecordDefinition,
  records: readonly RecordToWrite[],
): Promise<void> {
  const some = records.map(({ id, values }) => ({ id, title: titleOf(definition, values), fields: values }))
  await writeSearchEntries(transaction, workspaceId, definition, some)
}

async function writeVersions(
  { transaction, workspaceId }: OperationContext,
  records: readonly RecordToWrite[],
): Promise<void> {
  const rows = records.flatMap(({ id, versions }) =>
    versions.map(({ version, at, by, surface, operation, archived, fields }) => ({
      workspace_id: workspaceId,
      record_id: id,
      version,
      at: new Date(at),
      actor_kind: by.kind,
      actor_id: by.id,
      surface,
      operation,
      archived,
      fields: JSON.stringify(fields),
    })),
  )
  for (const some of inBatches(rows))
    await transaction
      .insertInto('record_version')
      .values([...some])
      .execute()
}

async function raiseNumber(
  { transaction, workspaceId }: OperationContext,
  { type }: RecordDefinition,
  records: readonly RecordToWrite[],
  said: number,
): Promise<void> {
  const last = records.reduce((most, { number }) => Math.max(most, number), said)
  if (last === 0) return
  await sql`insert into record_number (workspace_id, type, last) values (${workspaceId}, ${type}, ${last})
    on conflict (workspace_id, type) do update set last = greatest(record_number.last, excluded.last)`.execute(
    transaction,
  )
}

interface LinkRow {
  readonly from_id: string
  readonly relation: string
  readonly to_id: string
  readonly created_at: Date
  readonly created_by: string
}

/** What fields refer to stands among the links, too. */
function linksOfFields(records: readonly RecordToWrite[], ids: ReadonlyMap<string, string>): LinkRow[] {
  return records.flatMap(({ id, definition, values, versions }) => {
    const { updated } = envelopeOf(versions)
    return Object.entries(definition.fields).flatMap(([name, field]) => {
      if (referredType(field) === null) return []
      return referredIn(values[name]).flatMap((key) => {
        const target = ids.get(key)
        if (target === undefined) return []
        const at = { created_at: new Date(updated.at), created_by: updated.by }
        return [{ from_id: id, relation: `field:${name}`, to_id: target, ...at }]
      })
    })
  })
}

function linksOf(links: readonly FiledLink[], ids: ReadonlyMap<string, string>): LinkRow[] {
  return links.flatMap(({ from, relation, to, at, by }) => {
    const [source, target] = [ids.get(from), ids.get(to)]
    if (source === undefined || target === undefined) return []
    return [{ from_id: source, relation, to_id: target, created_at: new Date(at), created_by: by }]
  })
}
