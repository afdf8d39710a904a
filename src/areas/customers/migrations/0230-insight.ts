import { sql } from 'kysely'
import type { Migrations } from '#kernel'

export const customersMigrations: Migrations = {
  '0230-customers-insight': {
    async up(database) {
      await sql`create table insight (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        state text not null,
        text text,
        source text,
        link text,
        heard date,
        bets uuid[],
        segment text,
        revenue jsonb,
        count double precision,
        customer text,
        contact text,
        consent text,
        consent_until date,
        outcome text,
        told_on date,
        labels text[],
        documents jsonb,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade
      )`.execute(database)
    },
  },
}
