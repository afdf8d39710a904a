import type { OperationContext } from '../operation/define-operation.ts'
import type { RecordDefinition } from './define-record.ts'
import { kindOf, type FieldValue } from './fields/field-kinds.ts'
import type { Row } from './fields/rows.ts'
import { Refusal } from '../operation/refusal.ts'
import { findRecord, type FoundRecord } from './find-record.ts'
import { seenBy } from './may-read.ts'
import type { FieldChange, VersionShape } from './record-shape.ts'
import type { Language } from './words.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** Every version of a record, the newest first, each with what it changed of the one before. */
export async function recordHistory(
  context: Reader,
  key: string,
  language: Language,
): Promise<VersionShape[]> {
  const { id, definition } = await findRecord(context, key)
  const seen = seenBy(context.actor, definition)
  const rows = await context.transaction
    .selectFrom('record_version')
    .selectAll()
    .where('workspace_id', '=', context.workspaceId)
    .where('record_id', '=', id)
    .orderBy('version')
    .execute()
  const versions = rows.map((row, at) => ({
    version: row.version,
    at: row.at.toISOString(),
    by: { kind: row.actor_kind, id: row.actor_id },
    surface: row.surface,
    operation: row.operation,
    archived: row.archived,
    changes: changesBetween(seen, rows[at - 1]?.fields ?? {}, row.fields, language),
  }))
  return versions.reverse()
}

/** What differs between two versions of a record as the actor may see them; refuses one that it does not have. */
export async function changesOfVersions(
  context: Reader,
  { id, definition }: Pick<FoundRecord, 'id' | 'definition'>,
  [before, after]: readonly [before: number, after: number],
  language: Language,
): Promise<FieldChange[]> {
  return changesBetween(
    seenBy(context.actor, definition),
    await readVersion(context, { id, definition }, before),
    await readVersion(context, { id, definition }, after),
    language,
  )
}

/** The values that a version of a record has, references by key, as the actor may see them; refuses one that is not there. */
export async function readVersion(
  { transaction, workspaceId, actor }: Reader,
  { id, definition }: Pick<FoundRecord, 'id' | 'definition'>,
  version: number,
): Promise<Readonly<Record<string, unknown>>> {
  const found = await transaction
    .selectFrom('record_version')
    .select('fields')
    .where('workspace_id', '=', workspaceId)
    .where('record_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!found)
    throw new Refusal('not-found', {
      en: `There is no version ${version} of it.`,
      de: `Eine Version ${version} davon gibt es nicht.`,
    })
  const { fields } = seenBy(actor, definition)
  return Object.fromEntries(Object.entries(found.fields).filter(([name]) => name in fields))
}

/** What differs between two versions, in the order of the fields, as plain text. */
function changesBetween(
  definition: RecordDefinition,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  language: Language,
): FieldChange[] {
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const [from, to] = [before[name] ?? null, after[name] ?? null]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    const text = (value: unknown) =>
      value === null ? null : kindOf(field).toText(field, value as FieldValue, language) // a version holds what was read as this kind
    return [
      { field: name, before: text(from), after: text(to), ...(field.kind === 'rows' && rows(from, to)) },
    ]
  })
}

function rows(before: unknown, after: unknown): Pick<FieldChange, 'rows'> {
  const of = (value: unknown) => (value ?? []) as readonly Row[] // a version holds what was read as this kind
  return { rows: { before: of(before), after: of(after) } }
}
