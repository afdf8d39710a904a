import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Keys that open a calendar and nothing else. */
export const calendarKeys: Migration = {
  async up(database) {
    await sql`alter table api_key drop constraint api_key_scope_check,
      add constraint api_key_scope_check check (scope in ('read', 'write', 'calendar'))`.execute(database)
  },
}
