/** Places in a text, in UTF-16 units from its beginning: of each the first unit and the one behind the last. */
export type Marks = readonly (readonly [number, number])[]

/** A record that was found. */
export interface SearchHit {
  readonly type: string
  readonly key: string
  readonly title: string
  readonly archived: boolean
  /** What it was found by, best first: its key, its title, its title or key with something mistyped, its texts. */
  readonly found: 'key' | 'title' | 'typo' | 'text'
  /** Where the title has what was asked for. */
  readonly marks: Marks
  /** The piece of its texts that has what was asked for; null where the title or key has it. */
  readonly snippet: { readonly text: string; readonly marks: Marks } | null
}

/** What was found, best first and archived ones last, and whether there is more. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  readonly more: boolean
}
