import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which account went with an erased record: a backup from before may not know yet whose account it was. */
export const erasedAccount: Migration = {
  async up(database) {
    await sql`alter table erasure add column user_id text`.execute(database)
  },
}
