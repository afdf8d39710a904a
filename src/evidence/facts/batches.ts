import type { Transaction } from 'kysely'
import type { Store, Tables } from '#kernel'

/** What a batch is meant to take, in milliseconds: nobody else gets at the embedded database meanwhile. */
const aim = 12

/** Writes facts of one sort in transactions that are short on whatever machine. */
export interface Batches {
  /** How many rows the next one may have, by how long those before it held the database. */
  readonly rows: number
  write<T>(rows: number, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>
}

/** Starts with half of the rows that a batch has at most; it never has less than a third, or there were too many. */
export function batches(store: Store, most: number): Batches {
  let rows = most / 2
  return {
    get rows() {
      return Math.ceil(rows)
    },
    async write(count, work) {
      let since = 0
      const result = await store.transaction(async (transaction) => {
        // Not before: until here it may have waited for others.
        since = performance.now()
        return work(transaction)
      })
      const possible = (count * aim) / Math.max(1, performance.now() - since)
      // Soon less after a slow one, slowly more after a quick one.
      rows = Math.min(most, Math.max(most / 3, Math.min(possible, rows * 1.25)))
      return result
    },
  }
}
