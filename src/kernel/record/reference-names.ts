import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import type { RecordDefinition } from './define-record.ts'
import type { Field } from './fields/field-kinds.ts'
import type { FieldFault, RecordValues } from './read-values.ts'
import { parseKey } from './record-key.ts'
import type { ReferenceShape } from './record-shape.ts'
import { mayRead, mayReadOfType } from './may-read.ts'
import type { Words } from './words.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** The type that a field refers to; null for a field that holds a value of its own. */
export function referredType(field: Field): string | null {
  if (field.kind === 'person') return 'person'
  return field.kind === 'reference' ? field.to : null
}

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
  const ids: Record<string, string> = {}
  const faults: FieldFault[] = []
  for (const [name, key] of Object.entries(values)) {
    const field = definition.fields[name]
    const type = field && referredType(field)
    if (!field || typeof type !== 'string' || typeof key !== 'string') continue
    const id = await idOf(context, type, key)
    if (id !== null) ids[name] = id
    else
      faults.push({
        path: name,
        message: {
          en: `${field.label.en}: there is no ${context.records.ofType(type).names.one.en.toLowerCase()} ${key}.`,
          de: `${field.label.de}: ${context.records.ofType(type).names.one.de} ${key} gibt es nicht.`,
        },
      })
  }
  if (faults.length > 0) throw refused(definition, faults)
  return { ...values, ...ids }
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
  const rows = await context.transaction
    .selectFrom('record')
    .select(['id', 'type', 'number', 'title', 'archived_at', mayRead(context).as('readable')])
    .where('workspace_id', '=', context.workspaceId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map(({ id, type, number, title, archived_at: archivedAt, readable }) => {
      const definition = context.records.ofType(type)
      const shown = readable ? title : ''
      return [
        id,
        { key: `${definition.prefix}-${number}`, type, title: shown, archived: archivedAt !== null },
      ]
    }),
  )
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
