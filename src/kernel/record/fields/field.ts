import type { Language, Words } from '../words.ts'

/** What every field says of itself, whatever its kind. */
export interface FieldBase {
  readonly label: Words
  /** One sentence for people and agents: what belongs here and what it is for. */
  readonly help?: Words
  readonly required?: true
  /** Set where the value is about a person. */
  readonly personal?: Personal
  /** Set where verbs of its area alone write it, never a form: a sentence that says what to do instead. */
  readonly written?: Words
  /** Name of the group it stands in on a form; required fields stand first anyway. */
  readonly group?: string
}

/** What has to be said of a value that is about a person. */
export interface Personal {
  /** What it is kept for. */
  readonly purpose: Words
  /** How many days after the record was archived it goes. */
  readonly deleteAfterDays: number
  /** Who may see it where that is not everybody who may see the record. */
  readonly audience?: 'leadership'
}

/** The value as it is kept, or what is wrong with the one that was given, as the end of a sentence about the field. */
export type Reading<Value> = { readonly value: Value } | { readonly fault: Words }

/** The part of JSON Schema (2020-12) that describes values of fields. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** Names of what the web kit must have a control for. */
export type ControlName =
  | 'line'
  | 'text'
  | 'number'
  | 'money'
  | 'range'
  | 'day'
  | 'instant'
  | 'duration'
  | 'choice'
  | 'choices'
  | 'switch'
  | 'tags'
  | 'record'
  | 'records'
  | 'rows'
  | 'attachments'

/** Names of what the web kit must have a table cell for. */
export type CellName =
  | 'text'
  | 'number'
  | 'money'
  | 'range'
  | 'day'
  | 'instant'
  | 'duration'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'link'
  | 'tags'
  | 'record'
  | 'records'
  | 'rows'
  | 'attachments'

/** How a list may be narrowed and ordered by a field: `word` by equality, `amount` also by at least and at most. */
export type Ordering = 'word' | 'amount' | 'none'

/** All that is the same for every field of a kind. Pure, and as good in a browser as in the server. */
export interface FieldKind<Field, Value> {
  /** SQL type of its one column. */
  readonly column:
    | 'text'
    | 'double precision'
    | 'integer'
    | 'boolean'
    | 'date'
    | 'timestamptz'
    | 'text[]'
    | 'jsonb'
    | 'uuid'
    | 'uuid[]'
  readonly ordering: Ordering
  readonly control: ControlName
  readonly cell: CellName
  /** Where it stands in a Markdown file: among the YAML front matter, or as a section of the text. */
  readonly place: 'front-matter' | 'section'
  /** Reads a JSON value. Never sees null: that is a field without a value. */
  read(field: Field, given: unknown): Reading<Value>
  /** Reads what an earlier version of the program took for such a field: what was kept once stays. */
  readEarlier?(field: Field, given: unknown): Reading<Value>
  jsonSchema(field: Field): JsonSchema
  /** What a flag of the command line or a cell of a table file says, as the JSON value to read. */
  fromText(field: Field, text: string): unknown
  /** The value as a line of plain text: for differences, table files and terminals. */
  toText(field: Field, value: Value, language: Language): string
  /** What a search finds it by; empty for what nobody searches for. */
  searchText(field: Field, value: Value): string
}

export const fault = (en: string, de: string): { readonly fault: Words } => ({ fault: { en, de } })
