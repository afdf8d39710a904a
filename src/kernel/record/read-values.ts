import type { RecordDefinition } from './define-record.ts'
import { kindOf, type Field, type FieldValue } from './fields/field-kinds.ts'
import { statesAfter } from './fields/state.ts'
import type { Language, Words } from './words.ts'

export type RecordValues = Readonly<Record<string, FieldValue | null>>

/** A field whose value was not accepted: its name, and a sentence that begins with its label. */
export interface FieldFault {
  readonly path: string
  readonly message: Words
}

/** The fault of one field. */
export const faultAt = (path: string, message: Words): FieldFault => ({ path, message })

export interface ReadValues {
  readonly values: RecordValues
  readonly faults: readonly FieldFault[]
}

/** Reads all values of a new record: what is left out has none, and a state begins at its beginning. */
export function readNewValues(
  definition: RecordDefinition,
  given: Readonly<Record<string, unknown>>,
): ReadValues {
  const whole = Object.entries(definition.fields).map(([name, field]): [string, unknown] => [
    name,
    isNothing(given[name]) && field.kind === 'state' ? field.initial : given[name],
  ])
  const read = readValues(definition, { ...given, ...Object.fromEntries(whole) })
  const wrongStart = Object.entries(definition.fields).flatMap(([name, field]) =>
    field.kind === 'state' && read.values[name] && read.values[name] !== field.initial
      ? [
          faultOf(name, field, {
            en: `begins as ${field.choices[field.initial]?.en ?? field.initial}`,
            de: `beginnt mit ${field.choices[field.initial]?.de ?? field.initial}`,
          }),
        ]
      : [],
  )
  return { values: read.values, faults: [...read.faults, ...wrongStart] }
}

/**
 * Reads the values that are given, and only those; null and empty text take a value away. What only an earlier version of
 * the program took is accepted where `wasKept` says that it stood there already.
 */
export function readValues(
  definition: RecordDefinition,
  given: Readonly<Record<string, unknown>>,
  wasKept: (name: string, value: FieldValue) => boolean = () => false,
): ReadValues {
  const values: Record<string, FieldValue | null> = {}
  const faults: FieldFault[] = []
  for (const [name, value] of Object.entries(given)) {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined
    if (field === undefined) faults.push(unknownField(definition, name))
    else if (isNothing(value)) {
      values[name] = null
      if (field.required) faults.push(faultOf(name, field, { en: 'is missing', de: 'fehlt' }))
    } else {
      const read = kindOf(field).read(field, value)
      const earlier = 'fault' in read ? kindOf(field).readEarlier?.(field, value) : undefined
      if ('value' in read) values[name] = read.value
      else if (earlier && 'value' in earlier && wasKept(name, earlier.value)) values[name] = earlier.value
      else faults.push(faultOf(name, field, read.fault))
    }
  }
  return { values, faults }
}

/** What is wrong with going from the values before to those after: a state that may not follow. */
export function wrongSteps(
  definition: RecordDefinition,
  before: RecordValues,
  after: RecordValues,
): FieldFault[] {
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const [from, to] = [before[name], after[name]]
    if (field.kind !== 'state' || typeof from !== 'string' || typeof to !== 'string') return []
    const possible = statesAfter(field, from)
    if (possible.includes(to)) return []
    const said = (language: Language, state: string) => field.choices[state]?.[language] ?? state
    const next = (language: Language) =>
      possible
        .slice(1)
        .map((state) => said(language, state))
        .join(', ')
    return [
      faultOf(name, field, {
        en: `cannot go from ${said('en', from)} to ${said('en', to)}; ${next('en') === '' ? 'it ends there' : `possible is ${next('en')}`}`,
        de: `kann nicht von ${said('de', from)} zu ${said('de', to)} werden; ${next('de') === '' ? 'dort endet es' : `möglich ist ${next('de')}`}`,
      }),
    ]
  })
}

/** What is wrong between the values as a whole: those of a new record, or of one with its changes. */
export function wrongTogether(
  { check }: RecordDefinition,
  values: RecordValues,
  before: RecordValues | null,
): readonly FieldFault[] {
  return check?.(before === null ? values : { ...before, ...values }, before) ?? []
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function faultOf(path: string, { label }: Field, end: Words): FieldFault {
  return { path, message: { en: `${label.en} ${end.en}.`, de: `${label.de} ${end.de}.` } }
}

function unknownField({ names, fields }: RecordDefinition, name: string): FieldFault {
  const known = Object.keys(fields).join(', ')
  const shown = name.slice(0, 60)
  return {
    path: shown,
    message: {
      en: `A ${names.one.en.toLowerCase()} has no field ${shown}; it has ${known}.`,
      de: `${names.one.de} hat kein Feld ${shown}; es gibt ${known}.`,
    },
  }
}
