import type { RecordDefinition } from '../record/define-record.ts'
import type { Field } from '../record/fields/field-kinds.ts'
import { relations, type LinkRule } from './relations.ts'

/** The rules that are given and those that fields bring along by keeping the links of a relation. Safe in a browser. */
export function withFieldRules(
  records: readonly RecordDefinition[],
  rules: readonly LinkRule[],
): readonly LinkRule[] {
  const kept = records.flatMap(({ type, fields }) =>
    Object.values(fields).flatMap((field): LinkRule[] =>
      field.kind === 'references' && field.relation !== undefined
        ? [{ relation: field.relation, from: type, to: field.to }]
        : [],
    ),
  )
  return [...kept, ...rules]
}

/** Name of the field of a type that keeps its links of a relation to another type; null where links stand for themselves. */
export function fieldKeeping({ fields }: RecordDefinition, relation: string, to: string): string | null {
  const kept = Object.entries(fields).find(
    ([, field]) => field.kind === 'references' && field.relation === relation && field.to === to,
  )
  return kept?.[0] ?? null
}

/** What a link is called: the relation that its field keeps, else the name that it is stored under, as in `field:parent`. */
export function nameOfLink({ fields }: RecordDefinition, stored: string): string {
  const field = stored.startsWith(prefix) ? fields[stored.slice(prefix.length)] : undefined
  return field?.kind === 'references' && field.relation !== undefined ? field.relation : stored
}

/** Names under which links that lead up are stored: relations, and fields that say so. */
export function namesLeadingUp(records: readonly RecordDefinition[]): string[] {
  const fields = records.flatMap(({ fields: own }) =>
    Object.entries(own).flatMap(([name, field]) => (leadsUp(field) ? [`${prefix}${name}`] : [])),
  )
  return [...up, ...new Set(fields)]
}

const prefix = 'field:'

const up = relations.flatMap(({ name, sight }): string[] => (sight === 'up' ? [name] : []))

/** Whether a field refers to what its record is for. */
export function leadsUp(field: Field): boolean {
  if (field.kind === 'references') return field.relation !== undefined && up.includes(field.relation)
  return field.kind === 'reference' && field.sight === 'up'
}
