import { sql } from 'kysely'
import type { Migrations } from '#kernel'

export const strategyMigrations: Migrations = {
  '0200-strategy-goal': {
    async up(database) {
      await sql`create table goal (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        state text not null,
        why text,
        metric text,
        unit text,
        baseline double precision,
        target double precision,
        check_ins jsonb,
        "from" date,
        due date,
        parent uuid,
        owner uuid,
        labels text[],
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade,
        foreign key (workspace_id, parent) references record,
        foreign key (workspace_id, owner) references record
      )`.execute(database)
    },
  },
  '0201-strategy-goal-documents': {
    async up(database) {
      await sql`alter table goal add documents jsonb`.execute(database)
    },
  },
  '0202-strategy-vision-and-strategy': {
    async up(database) {
      await sql`create table vision (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        text text,
        audiences jsonb,
        editions jsonb,
        documents jsonb,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade
      )`.execute(database)
      await sql`create table strategy (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        vision uuid,
        diagnosis text,
        policies jsonb,
        refusals jsonb,
        editions jsonb,
        documents jsonb,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade,
        foreign key (workspace_id, vision) references record
      )`.execute(database)
    },
  },
}
