/** Where a file comes from: an issue tracker whose exports are known, or any table. */
export type SourceFormat = 'github' | 'gitlab' | 'linear' | 'jira' | 'table'

/** A row of a file: for each column of the file what stands there, none, one or several texts. */
export interface SourceRow {
  /** As a spreadsheet counts them, the head being the first; of JSON which of its issues, from 1. */
  readonly number: number
  readonly cells: readonly (readonly string[])[]
  /** How many texts stand behind the last column that has a name. */
  readonly surplus: number
}

/** What a file of another program holds, without what is about the people who work in it. */
export interface SourceFile {
  readonly format: SourceFormat
  /** Whether its rows are issues of JSON, counted from 1, or lines of a table, counted with the head. */
  readonly counted: 'issues' | 'rows'
  readonly columns: readonly string[]
  readonly rows: readonly SourceRow[]
  /** Name of the column that tells the rows apart; null where there is none. */
  readonly identity: string | null
  readonly leftOut: {
    /** Columns about people who work, and what they wrote to each other. */
    readonly columns: readonly string[]
    /** Pull requests and merge requests, which are no issues. */
    readonly requests: number
    /** E-mail addresses that were taken out of texts. */
    readonly outOfTexts: number
  }
}

/** Rows and columns as they stand in a file, before anything is left out. */
export interface RawTable {
  readonly columns: readonly string[]
  readonly rows: readonly SourceRow[]
}

/** How large a file may be, in bytes. */
export const mostBytes = 10 * 2 ** 20

/** How many rows or issues may come in at once. */
export const mostRows = 5000

/** How many columns a table may have, each counted that is repeated. */
export const mostColumns = 1000
