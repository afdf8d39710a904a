import type { SourceFormat } from '#engines/source-files/source-shape.ts'

/** As what the rows of a file come in. */
export type BroughtType = 'bet' | 'insight'

/** Where a field takes its value from: a column of the file, or the same for every row. */
export type TakenFrom = { readonly column: string } | { readonly value: string }

/** The fields of a record by name, each with where it takes its value from; null where it stays empty. */
export type Mapping = Readonly<Record<string, TakenFrom | null>>

/** What becomes of a row: made anew, changed, there already, kept as a person wrote it since, or refused. */
export type Fate = 'new' | 'changed' | 'same' | 'kept' | 'refused'

/** A field that can be brought in. */
export interface TargetShape {
  readonly name: string
  readonly label: string
  readonly help: string | null
  readonly required: boolean
  /** What it may become, by the word that is kept, where that is one of a few; `size` for from how many to how many changes. */
  readonly choices: readonly { readonly word: string; readonly label: string }[] | 'size' | null
  readonly from: TakenFrom | null
  /** What stands in its column and what that becomes; null stays empty. Only where there are choices. */
  readonly values: readonly { readonly text: string; readonly count: number; readonly to: string | null }[]
  /** How many other texts there are, which take what is proposed. */
  readonly moreValues: number
}

export interface RowShape {
  /** Row of the table, or which of the issues. */
  readonly row: number
  readonly fate: Fate
  readonly title: string
  /** Of the record that is there. */
  readonly key: string | null
  /** What it would be, or what changes of it; texts may be cut. */
  readonly fields: readonly {
    readonly label: string
    readonly text: string
    /** What stands there now, of a row that changes or is kept. */
    readonly now?: string | null
  }[]
  /** Why it is refused or kept. */
  readonly reasons: readonly string[]
}

export type Counts = Readonly<Record<Fate, number>>

/** What would become of a file: what it is, how its columns are taken, and what each row would be. */
export interface BringInPreview {
  readonly file: string
  readonly format: SourceFormat
  /** Whether its rows are issues, counted from 1, or lines of a table, counted with its head. */
  readonly counted: 'issues' | 'rows'
  readonly as: BroughtType
  readonly rows: number
  readonly columns: readonly { readonly name: string; readonly example: string; readonly filled: number }[]
  readonly leftOut: {
    readonly columns: readonly string[]
    readonly requests: number
    readonly outOfTexts: number
  }
  /** Which column tells the rows apart; null where the title does. */
  readonly identity: string | null
  /** What the numbers of the file are kept under, so that those of two sources do not meet. */
  readonly source: string
  readonly targets: readonly TargetShape[]
  readonly counts: Counts
  /** Titles that are longer than the field: they are cut, and stand whole at the head of the text. */
  readonly cut: number
  /** The first rows that come in or are there, as they would be. */
  readonly first: readonly RowShape[]
  readonly changed: readonly RowShape[]
  readonly kept: readonly RowShape[]
  readonly refused: readonly RowShape[]
}

/** What came in. */
export interface BroughtIn {
  readonly format: SourceFormat
  readonly as: BroughtType
  readonly counts: Counts
  /** Keys of the first and the last record that was made; null where none was. */
  readonly made: { readonly first: string; readonly last: string } | null
}
