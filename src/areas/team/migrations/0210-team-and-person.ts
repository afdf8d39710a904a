import { sql } from 'kysely'
import type { Migrations } from '#kernel'

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
}
