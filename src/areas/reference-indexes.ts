import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Columns with one reference each, by table. */
const single: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['goal', ['parent', 'owner']],
  ['strategy', ['vision']],
  ['team', ['lead']],
  ['person', ['team', 'manager']],
  ['bet', ['product', 'design', 'engineering']],
  ['allocation', ['team']],
  ['pivot', ['scenario']],
]

/** Columns that hold several values, by table. */
const several: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['goal', ['labels']],
  ['person', ['working_days']],
  ['bet', ['goals', 'teams', 'resembles', 'after', 'labels']],
  ['insight', ['bets', 'labels']],
  ['break', ['teams']],
]

/** By these lists are narrowed: without an index, all records of a type are read for each page and for its count. */
export const referenceIndexes: Migration = {
  async up(database) {
    for (const [table, columns] of single)
      for (const column of columns)
        await sql`create index ${sql.ref(`${table}_by_${column}`)} on ${sql.table(table)}
          (workspace_id, ${sql.ref(column)})`.execute(database)
    for (const [table, columns] of several)
      for (const column of columns)
        // What was written is found in the index itself, not in a list beside it that every search reads.
        await sql`create index ${sql.ref(`${table}_by_${column}`)} on ${sql.table(table)}
          using gin (${sql.ref(column)}) with (fastupdate = off)`.execute(database)
  },
}
