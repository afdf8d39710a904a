import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Errors of scans that were kept in one language become words in every language, until the next scan tells anew. */
export const errorWordsMigration: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`update repository
      set scan = jsonb_set(scan, '{error}', jsonb_build_object(
        'message', jsonb_build_object('en', scan #> '{error,message}', 'de', scan #> '{error,message}'),
        'hint', jsonb_build_object('en', scan #> '{error,hint}', 'de', scan #> '{error,hint}')))
      where jsonb_typeof(scan #> '{error,message}') = 'string'`.execute(database)
  },
}
