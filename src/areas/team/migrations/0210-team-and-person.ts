import { sql } from 'kysely'
import type { Migrations } from '#kernel'
import { spellingsOfDays, workingDays } from '../working-days.ts'

export const teamMigrations: Migrations = {
  '0210-team-team-and-person': {
    async up(database) {
      await sql`create table team (
        workspace_id uuid not null,
        id uuid not null,
        name text not null,
        kind text not null,
        charter text,
        lead uuid,
        components jsonb,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade,
        foreign key (workspace_id, lead) references record
      )`.execute(database)
      await sql`create table person (
        workspace_id uuid not null,
        id uuid not null,
        name text not null,
        email text,
        role text,
        team uuid,
        manager uuid,
        start date,
        "end" date,
        working_days text[],
        zone text,
        identities jsonb,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade,
        foreign key (workspace_id, team) references record,
        foreign key (workspace_id, manager) references record
      )`.execute(database)
    },
  },
  '0211-team-documents': {
    async up(database) {
      await sql`alter table team add documents jsonb`.execute(database)
    },
  },
  // Any word could stand here. Where all are spellings of days they become these days; history stays as it was written.
  '0212-team-working-days': {
    async up(database) {
      await sql`update person set working_days = days.words from (
        select workspace_id, id,
          array_agg(word order by array_position(${Object.keys(workingDays)}::text[], word), word) as words
        from (
          select distinct person.workspace_id, person.id,
            coalesce(${JSON.stringify(spellingsOfDays)}::jsonb ->> lower(given), given) as word
          from person cross join lateral unnest(person.working_days) as given
        ) as each group by workspace_id, id
      ) as days where days.workspace_id = person.workspace_id and days.id = person.id
        and days.words <> person.working_days and days.words <@ ${Object.keys(workingDays)}::text[]`.execute(
        database,
      )
    },
  },
  '0213-team-parallel': {
    async up(database) {
      await sql`alter table team add parallel double precision`.execute(database)
    },
  },
}
