import type { Role } from '../operation/actor.ts'
import type { Field } from './fields/field-kinds.ts'
import type { FieldFault, RecordValues } from './read-values.ts'
import type { Words } from './words.ts'

/**
 * Who may read records of a type: `company` everybody but guests, `leadership` owners and leaders, `self` who wrote it
 * alone, `pair` the two people that it names, `panel` who wrote it, the people that it names, and owners.
 */
export type Audience = 'company' | 'leadership' | 'self' | 'pair' | 'panel'

export type Fields = Readonly<Record<string, Field>>

/** All that is to be said of a type of record; tables, routes, commands, tools, pages, search and files follow from it. */
export interface RecordDefinition<Own extends Fields = Fields> {
  /** In the singular, as in `goal`; the table has underscores for hyphens. */
  readonly type: string
  /** In the plural, as in `goals`: its address. */
  readonly collection: string
  readonly area: string
  /** Before the number of a key that people say and write in a commit message: `GOAL` in `GOAL-3`. */
  readonly prefix: string
  readonly names: { readonly one: Words; readonly many: Words }
  /** One sentence: what a record of this type is and what it is good for. */
  readonly purpose: Words
  readonly audience: Audience
  /** Names of the fields whose people are the pair or the panel. */
  readonly people?: readonly string[]
  readonly writers: readonly Role[]
  /** Name of the required line of text that a record is called by. */
  readonly title: string
  readonly fields: Own
  /** Names of the fields that a list shows where nobody chose any; without them the first few that say something short. */
  readonly columns?: readonly string[]
  /** Name of the day field after which what is personal is kept no longer than after archiving. */
  readonly ends?: string
  readonly groups?: Readonly<Record<string, Words>>
  /**
   * What is wrong between the values of one record, each of which is right by itself; before is null for a new one.
   * Pure: it runs in the server and in forms.
   */
  readonly check?: (values: RecordValues, before: RecordValues | null) => readonly FieldFault[]
}

/** The fields that a form writes; the others are written by verbs of the area alone. */
export function openFields({
  fields,
}: Pick<RecordDefinition, 'fields'>): readonly (readonly [string, Field])[] {
  return Object.entries(fields).filter(([, { written }]) => written === undefined)
}

/** Declares a type of record. Throws a plain error where the definition contradicts itself. */
export function defineRecord<const Own extends Fields>(
  definition: RecordDefinition<Own>,
): RecordDefinition<Own> {
  for (const [what, isWrong] of contradictions(definition))
    if (isWrong) throw new Error(`The record ${definition.type} ${what}.`)
  return definition
}

function contradictions({
  type,
  prefix,
  title,
  fields,
  ends,
  writers,
  audience,
  people = [],
  columns = [],
  groups = {},
}: RecordDefinition): [string, boolean][] {
  const all = Object.entries(fields)
  const states = all.flatMap(([, field]) => (field.kind === 'state' ? [field] : []))
  const words = states.flatMap(({ initial, transitions }) => [
    initial,
    ...Object.keys(transitions),
    ...Object.values(transitions).flat(),
  ])
  return [
    ['has a type that is not in lower case with hyphens', !/^[a-z]+(-[a-z]+)*$/.test(type)],
    ['has a prefix that is not two to eight capitals', !/^[A-Z]{2,8}$/.test(prefix)],
    [
      'has a title that is no required line of text',
      fields[title]?.kind !== 'short-text' || !fields[title].required,
    ],
    ['has a field whose name is not in camel case', all.some(([name]) => !/^[a-z][a-zA-Z0-9]*$/.test(name))],
    [
      'has a field in a group that it does not name',
      all.some(([, { group }]) => group !== undefined && !(group in groups)),
    ],
    [
      'shows a column that is no field, or too long for one',
      columns.some((name) => !(name in fields) || name === title || fields[name]?.kind === 'markdown'),
    ],
    ['ends with a field that is no day', ends !== undefined && fields[ends]?.kind !== 'day'],
    [
      'has a personal field that is required and not its title, and so could not be emptied',
      all.some(([name, { personal, required }]) => personal && required && name !== title),
    ],
    [
      'has a field that some of its writers may not see, and so would lose',
      all.some(([, { personal }]) => personal?.audience) &&
        writers.some((role) => role !== 'owner' && role !== 'leader'),
    ],
    [
      'is for a pair and does not name two fields with its people',
      audience === 'pair' && people.length !== 2,
    ],
    [
      'names people in a field that holds none, or whom it is not for',
      people.some((name) => fields[name]?.kind !== 'person') ||
        (people.length > 0 && audience !== 'pair' && audience !== 'panel'),
    ],
    [
      'is about a person and for single people, so that nobody else could erase it',
      fields[title]?.personal !== undefined && isForSingles(audience),
    ],
    [
      'has a required field that no form writes',
      all.some(([, { required, written }]) => required && written !== undefined),
    ],
    ['has more than one state', states.length > 1],
    [
      'has a way to a state that it does not name',
      words.some((word) => !(word in (states[0]?.choices ?? {}))),
    ],
  ]
}

/** Whether each record of such a type is for single people instead of for roles. */
export function isForSingles(audience: Audience): boolean {
  return audience !== 'company' && audience !== 'leadership'
}
