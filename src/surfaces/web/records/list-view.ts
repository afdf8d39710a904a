import { kindOf, type Field, type RecordDefinition } from '#kernel/shape.ts'
import { listFilters, type ListFilter } from '../../list-filters.ts'

/** What the address of a list says besides its path. */
export interface ListView {
  /** Field with a minus before it where it goes down. */
  readonly sort?: string
  /** Words that titles must hold. */
  readonly title?: string
  readonly archived?: 'only' | 'with'
  /** `state:active,owner:PERSON-2,due.at-most:2026-12-31`. */
  readonly where?: string
  /** Names of the fields that are shown, `state,due`. */
  readonly columns?: string
  /** The form that is open over the list. */
  readonly form?: 'new'
}

export type Filters = Readonly<Record<string, string>>

/** Reads the search part of an address; what is not understood is left out. */
export function parseListView(search: Readonly<Record<string, unknown>>): ListView {
  const { archived, form } = search
  const texts = (['sort', 'title', 'where', 'columns'] as const).flatMap((name) => {
    const value = search[name]
    // An address holds text that looks like a number or a truth value as one.
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)] as const]
      : []
  })
  return {
    ...Object.fromEntries(texts.filter(([, text]) => text !== '')),
    ...((archived === 'only' || archived === 'with') && { archived }),
    ...(form === 'new' && { form }),
  }
}

/** The conditions of an address, as far as lists of the type can be narrowed so. */
export function filtersOf({ where = '' }: ListView, definition: RecordDefinition): Filters {
  const known = new Set(listFilters(definition).map(({ name }) => name))
  const pairs = where.split(',').flatMap((pair) => {
    const cut = pair.indexOf(':')
    const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)]
    return cut > 0 && value !== '' && known.has(name) ? [[name, value] as const] : []
  })
  return Object.fromEntries(pairs)
}

export function filtersToText(filters: Filters): string | undefined {
  const pairs = Object.entries(filters).map(([name, value]) => `${name}:${value}`)
  return pairs.length > 0 ? pairs.join(',') : undefined
}

/** The field that a filter compares, and how; undefined for none of the type. */
export function filterNamed(definition: RecordDefinition, name: string): ListFilter | undefined {
  return listFilters(definition).find((filter) => filter.name === name)
}

/** Fields that a list can be narrowed by: those of a few values, those that name a record, and those that go from to. */
export function filterFields({ fields }: RecordDefinition): readonly (readonly [string, Field])[] {
  const kinds = new Set<Field['kind']>([
    'choice',
    'choices',
    'state',
    'yes-no',
    'reference',
    'references',
    'person',
    'tags',
  ])
  return Object.entries(fields).filter(([, field]) => kinds.has(field.kind) || isRange(field))
}

/** Whether a list is narrowed by where the field begins and ends. */
export function isRange({ kind }: Field): boolean {
  return kind === 'day' || kind === 'number' || kind === 'percentage'
}

/** Fields that may stand in a column: all but the title, which stands first, and long texts. */
export function columnFields({ fields, title }: RecordDefinition): readonly (readonly [string, Field])[] {
  return Object.entries(fields).filter(([name, { kind }]) => name !== title && kind !== 'markdown')
}

const usualColumns = 5

/** The columns that the address names, else those that were chosen last, else the type’s own, else the first few that say something short. */
export function columnsOf(
  definition: RecordDefinition,
  { columns }: ListView,
  remembered: string | null,
): readonly string[] {
  const possible = columnFields(definition)
  const named = (columns ?? remembered)?.split(',') ?? definition.columns
  if (named) return possible.flatMap(([name]) => (named.includes(name) ? [name] : []))
  const best = possible.toSorted(([, a], [, b]) => rank(a) - rank(b)).slice(0, usualColumns)
  return possible.flatMap((entry) => (best.includes(entry) ? [entry[0]] : []))
}

/** What a list is looked through by comes first: where it stands, whose it is, when. */
const order: readonly Field['kind'][] = [
  'state',
  'choice',
  'person',
  'reference',
  'day',
  'instant',
  'short-text',
]

function rank({ kind }: Field): number {
  const at = order.indexOf(kind)
  if (at >= 0) return at
  return kind === 'rows' || kind === 'tags' || kind === 'references' || kind === 'attachments'
    ? order.length + 1
    : order.length
}

/** The next order after a press on a head: first the usual way, then the other way round, then none of its own. */
export function nextOrder(
  current: string | undefined,
  name: string,
  field: Field | undefined,
): string | undefined {
  const isDownFirst =
    field !== undefined &&
    kindOf(field).ordering === 'amount' &&
    field.kind !== 'day' &&
    field.kind !== 'instant'
  const first = isDownFirst ? `-${name}` : name
  const second = isDownFirst ? name : `-${name}`
  if (current === first) return second
  return current === second ? undefined : first
}
