import { kindOf, type Field, type JsonSchema, type RecordDefinition, type Words } from '#kernel/shape.ts'
import { listFilters, type ListFilter } from '../../list-filters.ts'
import type { Parameter } from './document-parts.ts'
import { fieldSchema } from './schemas.ts'

/** What a list of a type takes: order, page and form, and the conditions on its fields. */
export function listParameters(definition: RecordDefinition): Parameter[] {
  return [
    ...generalParameters(definition),
    ...listFilters(definition).map((each) => filterParameter(definition, each)),
  ]
}

function generalParameters({ names, title, fields }: RecordDefinition): Parameter[] {
  const sortable = Object.entries(fields).filter(([, field]) => kindOf(field).ordering !== 'none')
  const orders = ['key', 'title', 'createdAt', 'updatedAt', ...sortable.map(([name]) => name)]
  const query = (name: string, description: Words, schema: JsonSchema): Parameter => ({
    name,
    in: 'query',
    description,
    schema,
  })
  return [
    query(
      'title',
      {
        en: `Words that the title (${title}) holds, in any order.`,
        de: `Wörter, die der Titel (${title}) enthält, in beliebiger Reihenfolge.`,
      },
      {
        type: 'string',
        maxLength: 200,
      },
    ),
    query(
      'sort',
      {
        en: 'With a minus before it the other way round; what has no value stands at the end.',
        de: 'Mit einem Minus davor andersherum; was keinen Wert hat, steht am Ende.',
      },
      {
        type: 'string',
        enum: [...new Set(orders)].flatMap((name) => [name, `-${name}`]),
        default: '-updatedAt',
      },
    ),
    query('after', { en: '`next` of the page before.', de: '`next` der Seite davor.' }, { type: 'string' }),
    query(
      'limit',
      { en: `How many ${names.many.en.toLowerCase()} at most.`, de: `Wie viele ${names.many.de} höchstens.` },
      {
        type: 'integer',
        minimum: 1,
        maximum: 200,
        default: 50,
      },
    ),
    query(
      'archived',
      { en: 'Whether archived ones are among them.', de: 'Ob archivierte dabei sind.' },
      {
        type: 'string',
        enum: ['without', 'only', 'with'],
        default: 'without',
      },
    ),
    query(
      'format',
      {
        en: 'The whole list as a file; without `limit` and `after`.',
        de: 'Die ganze Liste als Datei; ohne `limit` und `after`.',
      },
      {
        type: 'string',
        enum: ['csv', 'json'],
      },
    ),
  ]
}

const wordsOf: Record<ListFilter['is'], Words> = {
  equal: { en: 'is exactly this', de: 'ist genau dies' },
  'at-least': { en: 'is at least this', de: 'ist mindestens dies' },
  'at-most': { en: 'is at most this', de: 'ist höchstens dies' },
  empty: { en: 'has no value', de: 'hat keinen Wert' },
  set: { en: 'has a value', de: 'hat einen Wert' },
}

function filterParameter({ fields }: RecordDefinition, { name, field, is }: ListFilter): Parameter {
  const rules = fields[field]
  if (!rules) throw new Error(`There is no field ${field}.`)
  const says =
    ['tags', 'choices', 'references'].includes(rules.kind) && is === 'equal'
      ? { en: 'holds all of these, separated by commas', de: 'enthält all diese, durch Kommas getrennt' }
      : wordsOf[is]
  const parameter = {
    name,
    in: 'query' as const,
    description: { en: `${rules.label.en} ${says.en}.`, de: `${rules.label.de} ${says.de}.` },
  }
  if (is === 'empty' || is === 'set')
    return { ...parameter, schema: { type: 'string', enum: ['', 'true'] }, allowEmptyValue: true }
  return { ...parameter, schema: textSchema(rules) }
}

/** Of what is text, a number or a word the very schema; everything else is written as text. */
function textSchema(field: Field): JsonSchema {
  const { type, enum: words, format, pattern, minimum, maximum } = fieldSchema(field)
  if (type !== 'string' && type !== 'number' && type !== 'integer') return { type: 'string' }
  const rules = Object.entries({ type, enum: words, format, pattern, minimum, maximum })
  return Object.fromEntries(rules.filter(([, value]) => value !== undefined))
}
