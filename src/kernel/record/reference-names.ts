import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import type { RecordDefinition } from './define-record.ts'
import type { FieldFault, RecordValues } from './read-values.ts'
import { parseKey } from './record-key.ts'
import { referredIn, referredType, renamed, rowReferences } from './referred.ts'
import type { ReferenceShape } from './record-shape.ts'
import { mayRead, mayReadOfType } from './may-read.ts'
import type { Words } from './words.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/**
 * The values as the table has them: ids in the place of keys. Refuses a key that names nothing the actor may see, or a
 * record of another type.
 */
export async function keysToIds(
  context: Reader,
  definition: RecordDefinition,
  values: RecordValues,
  refused = refusedValues,
): Promise<RecordValues> {
  const ids: Record<string, string | string[] | null> = {}
  const faults: FieldFault[] = []
  for (const [name, value] of Object.entries(values)) {
    const field = definition.fields[name]
    if (!field) continue
    const missing = (type: string, key: string) =>
      faults.push({ path: name, message: notThere(context, field.label, type, key) })
    const type = referredType(field)
    if (type !== null) {
      const found = new Map<string, string>()
      for (const key of referredIn(value)) {
        const id = await idOf(context, type, key)
        if (id === null) missing(type, key)
        else found.set(key, id)
      }
      if (value !== null) ids[name] = renamed(value, (key) => found.get(key) ?? null)
    }
    for (const { column, key } of rowReferences(field, value))
      if ((await idOf(context, column.to, key)) === null) missing(column.to, key)
  }
  if (faults.length > 0) throw refused(definition, faults)
  return { ...values, ...ids }
}

function notThere({ records }: Reader, label: Words, type: string, key: string): Words {
  const { one } = records.ofType(type).names
  return {
    en: `${label.en}: there is no ${one.en.toLowerCase()} ${key}.`,
    de: `${label.de}: ${one.de} ${key} gibt es nicht.`,
  }
}

async function idOf(context: Reader, type: string, key: string): Promise<string | null> {
  const definition = context.records.ofType(type)
  const parsed = parseKey(key)
  if (parsed?.prefix !== definition.prefix) return null
  const row = await context.transaction
    .selectFrom('record')
    .select('id')
    .where('workspace_id', '=', context.workspaceId)
    .where('type', '=', type)
    .where('number', '=', parsed.number)
    .where(mayReadOfType(context.actor, definition))
    .executeTakeFirst()
  return row?.id ?? null
}

/** A record that is referred to: its key, and what is shown of it; without a title where the actor may not see it. */
export interface ReferenceName extends ReferenceShape {
  readonly key: string
}

/** What the ids stand for. */
export async function namesOfIds(
  context: Reader,
  ids: readonly string[],
): Promise<Map<string, ReferenceName>> {
  if (ids.length === 0) return new Map()
  const rows = await named(context)
    // One value however many they are, so that it stays the same statement.
    .where(sql<boolean>`id = any(${sql.val([...new Set(ids)])}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, toName(context, row)]))
}

/** What the keys in rows stand for; one that names nothing is left out. */
export async function namesOfKeys(
  context: Reader,
  keys: readonly string[],
): Promise<Map<string, ReferenceName>> {
  const numbers = new Map<string, number[]>()
  for (const key of new Set(keys)) {
    const { definition, number } = context.records.ofKey(key)
    numbers.set(definition.type, [...(numbers.get(definition.type) ?? []), number])
  }
  const names = new Map<string, ReferenceName>()
  for (const [type, wanted] of numbers) {
    const rows = await named(context)
      .where('type', '=', type)
      .where(sql<boolean>`number = any(${sql.val(wanted)}::integer[])`)
      .execute()
    for (const row of rows) {
      const name = toName(context, row)
      names.set(name.key, name)
    }
  }
  return names
}

function named(context: Reader) {
  return context.transaction
    .selectFrom('record')
    .select(['id', 'type', 'number', 'title', 'archived_at', mayRead(context).as('readable')])
    .where('workspace_id', '=', context.workspaceId)
}

interface NamedRow {
  readonly type: string
  readonly number: number
  readonly title: string
  readonly archived_at: Date | null
  readonly readable: boolean
}

function toName({ records }: Reader, row: NamedRow): ReferenceName {
  const { type, number, title, archived_at: archivedAt, readable } = row
  const key = `${records.ofType(type).prefix}-${number}`
  return { key, type, title: readable ? title : '', archived: archivedAt !== null }
}

/** The refusal for values that are not accepted, field by field. */
export function refusedValues({ names }: RecordDefinition, faults: readonly FieldFault[]): Refusal {
  return refusedFor(faults, {
    en: `This ${names.one.en.toLowerCase()} was not saved.`,
    de: `${names.one.de} wurde nicht gespeichert.`,
  })
}

/** The same for what a list is asked for by. */
export function refusedList({ names }: RecordDefinition, faults: readonly FieldFault[]): Refusal {
  return refusedFor(faults, {
    en: `${names.many.en} cannot be listed like this.`,
    de: `${names.many.de} lassen sich so nicht auflisten.`,
  })
}

function refusedFor(faults: readonly FieldFault[], { en, de }: Words): Refusal {
  const all = (language: 'en' | 'de') => faults.map(({ message }) => message[language]).join(' ')
  return new Refusal(
    'invalid',
    { en: `${en} ${all('en')}`, de: `${de} ${all('de')}` },
    { en: 'Correct it and try again.', de: 'Berichtige das und versuche es noch einmal.' },
    faults,
  )
}
