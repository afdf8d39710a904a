import { kindOf, type Field, type RecordDefinition } from '#kernel/shape.ts'

/** How a list can be narrowed by one field, under the name that an address has for it. */
export interface ListFilter {
  readonly name: string
  readonly field: string
  readonly is: 'equal' | 'at-least' | 'at-most' | 'empty' | 'set'
}

/** What a list is asked beside its filters. A field of the same name is compared under `NAME.equal`. */
export const listWords = ['title', 'sort', 'after', 'limit', 'archived', 'format'] as const

/** Every way to narrow a list of the type: `due`, `due.at-least`, `due.at-most`, `due.empty`, `due.set`. */
export function listFilters({ fields }: RecordDefinition): ListFilter[] {
  return Object.entries(fields).flatMap(([field, rules]) =>
    waysToCompare(rules).map((is) => ({ name: nameOf(field, is), field, is })),
  )
}

/** The condition that a filter and its value as text stand for; what the text is worth is for the list to say. */
export function conditionOf({ fields }: RecordDefinition, { field, is }: ListFilter, text: string) {
  const rules = fields[field]
  if (!rules || is === 'empty' || is === 'set') return { field, is }
  return { field, is, value: kindOf(rules).fromText(rules, text) }
}

function waysToCompare(field: Field): ListFilter['is'][] {
  const value: ListFilter['is'][] = kindOf(field).column === 'jsonb' ? [] : ['equal']
  if (kindOf(field).ordering === 'amount') value.push('at-least', 'at-most')
  return field.required ? value : [...value, 'empty', 'set']
}

function nameOf(field: string, is: ListFilter['is']): string {
  const isTaken = listWords.some((word) => word === field)
  return is === 'equal' && !isTaken ? field : `${field}.${is}`
}
