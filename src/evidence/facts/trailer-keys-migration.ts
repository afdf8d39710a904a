import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which keys trailers alone name; commits read before are read again, since the reader's version has risen. */
export const trailerKeysMigration: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`alter table git_commit add column trailer_keys text[] not null default '{}'`.execute(database)
  },
}
