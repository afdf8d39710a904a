import type { Words } from '../record/words.ts'

/** What of people is in a table of the database; null where it holds nothing about anybody. */
export interface StoredTable {
  /** Name of the table; with a star at its end for all tables whose names begin so. */
  readonly table: string
  readonly ofPeople: { readonly what: Words; readonly until: Words } | null
}

/** A table that holds nothing about anybody. */
export function aboutNobody(table: string): StoredTable {
  return { table, ofPeople: null }
}

/** A table with what of people is in it, and until when. */
export function aboutPeople(table: string, what: Words, until: Words): StoredTable {
  return { table, ofPeople: { what, until } }
}
