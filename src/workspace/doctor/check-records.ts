import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { canonicalValues } from '../files/canonical-values.ts'
import { envelopeOf, type FiledVersion } from '../files/history-file.ts'
import { readVersions } from '../files/read-versions.ts'
import { sortedJson } from '../files/sorted-json.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { loadRecords } from '#kernel/record/load-records.ts'
import { tableOf } from '#kernel/record/record-columns.ts'
import type { RecordShape } from '#kernel/record/record-shape.ts'
import { referredIn, referredType } from '#kernel/record/referred.ts'
import { checkTrail } from './check-trail.ts'
import type { Findings } from './findings.ts'
import { readTrail, type ImportTrail } from './read-trail.ts'

const page = 500

/**
 * Checks that every record of a type is what its latest version says, that its versions follow each other, and that the
 * audit knows each of them. Answers how many records there are and their references, as in `GOAL-1 field:parent GOAL-2`.
 */
export async function checkRecords(
  context: OperationContext,
  definition: RecordDefinition,
  imports: ImportTrail,
  findings: Findings,
): Promise<{ readonly count: number; readonly references: readonly string[] }> {
  await findHalves(context, definition, findings)
  const references: string[] = []
  let count = 0
  for (let after = 0; ;) {
    const loaded = await loadRecords(
      context,
      definition,
      sql`where record.workspace_id = ${context.workspaceId} and record.type = ${definition.type}
        and record.number > ${after} order by record.number limit ${page}`,
    )
    const ids = loaded.map(({ id }) => id)
    const versions = await readVersions(context, ids)
    const trail = await readTrail(context, definition.type, ids)
    for (const { id, shape } of loaded) {
      count += 1
      references.push(...referencesOf(definition, shape))
      const own = versions.get(id) ?? []
      checkVersions(definition, shape, own, findings)
      checkTrail(shape.key, own, { own: trail.get(id) ?? [], imports }, findings)
    }
    const last = loaded.at(-1)
    if (loaded.length < page || !last) return { count, references }
    after = Number(last.shape.key.slice(definition.prefix.length + 1))
  }
}

function referencesOf({ fields }: RecordDefinition, { key, fields: values }: RecordShape): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (referredType(field) === null) return []
    return referredIn(values[name]).map((to) => `${key} field:${name} ${to}`)
  })
}

function checkVersions(
  definition: RecordDefinition,
  shape: RecordShape,
  versions: readonly FiledVersion[],
  findings: Findings,
): void {
  const { key } = shape
  const wrong = (en: string, de: string) => findings.add('record', key, en, de)
  const latest = versions.at(-1)
  if (!latest) return findings.add('history', key, 'It has no history.', 'Es gibt keinen Verlauf.')
  const gap = versions.findIndex(({ version }, at) => version !== at + 1)
  if (gap >= 0) findings.add('history', key, `Version ${gap + 1} is missing.`, `Version ${gap + 1} fehlt.`)
  if (latest.version !== shape.version)
    wrong(
      `It stands at version ${shape.version}, and its history ends with ${latest.version}.`,
      `Der Datensatz steht bei Version ${shape.version}, sein Verlauf endet mit ${latest.version}.`,
    )
  // What a newer version of the program writes otherwise may have been brought to that by a migration.
  const canonical = canonicalValues(definition, latest.fields)
  const different = Object.keys(definition.fields).filter((name) => {
    const says = sortedJson(shape.fields[name] ?? null)
    return says !== sortedJson(latest.fields[name] ?? null) && says !== sortedJson(canonical[name] ?? null)
  })
  if (different.length > 0)
    wrong(
      `It says something else than its latest version: ${different.join(', ')}.`,
      `Er sagt etwas anderes als seine letzte Version: ${different.join(', ')}.`,
    )
  if (shape.title !== shape.fields[definition.title])
    wrong('Its title is not the one of its fields.', 'Sein Titel ist nicht der seiner Felder.')
  const { created, updated, archived } = envelopeOf(versions)
  if (
    created.at !== shape.createdAt ||
    created.by !== shape.createdBy ||
    updated.at !== shape.updatedAt ||
    updated.by !== shape.updatedBy ||
    archived !== shape.archivedAt
  )
    wrong(
      'When and by whom it was made, changed or archived is not what its history says.',
      'Wann und von wem er angelegt, geändert oder archiviert wurde, sagt sein Verlauf anders.',
    )
}

/** A record without fields, and fields without a record. */
async function findHalves(
  { transaction, workspaceId }: OperationContext,
  definition: RecordDefinition,
  findings: Findings,
): Promise<void> {
  const table = sql.table(tableOf(definition))
  const { rows } = await sql<{ number: number | null; id: string }>`
    select record.number, coalesce(record.id, fields.id) as id
    from (select * from record where workspace_id = ${workspaceId} and type = ${definition.type}) as record
    full join (select * from ${table} where workspace_id = ${workspaceId}) as fields on fields.id = record.id
    where record.id is null or fields.id is null order by record.number, id`.execute(transaction)
  for (const { number, id } of rows) {
    if (number === null)
      findings.add(
        'record',
        id,
        `There are fields of a ${definition.type} without a record.`,
        `Es gibt Felder (${definition.type}) ohne Datensatz.`,
      )
    else
      findings.add(
        'record',
        `${definition.prefix}-${number}`,
        'Its fields are missing.',
        'Seine Felder fehlen.',
      )
  }
}
