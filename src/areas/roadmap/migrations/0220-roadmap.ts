import { sql } from 'kysely'
import type { Migrations } from '#kernel'

export const roadmapMigrations: Migrations = {
  '0220-roadmap-bet': {
    async up(database) {
      await sql`create table bet (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        state text not null,
        hypothesis text,
        horizon text,
        investment text,
        goals uuid[],
        teams uuid[],
        "order" double precision,
        low double precision,
        high double precision,
        team_sizes jsonb,
        resembles uuid[],
        split_low double precision,
        split_high double precision,
        risks jsonb,
        "after" uuid[],
        earliest date,
        wanted date,
        wanted_reason text,
        stop_criteria text,
        product uuid,
        design uuid,
        engineering uuid,
        agreements jsonb,
        paths jsonb,
        started date,
        ended date,
        learned text,
        labels text[],
        documents jsonb,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade,
        foreign key (workspace_id, product) references record,
        foreign key (workspace_id, design) references record,
        foreign key (workspace_id, engineering) references record
      )`.execute(database)
    },
  },
  '0221-roadmap-allocation': {
    async up(database) {
      await sql`create table allocation (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        quarter text not null,
        team uuid,
        feature double precision,
        foundation double precision,
        reliability double precision,
        learning double precision,
        upkeep double precision,
        floors jsonb,
        why text,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade,
        foreign key (workspace_id, team) references record
      )`.execute(database)
      await sql`create table break (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        "from" date not null,
        until date,
        teams uuid[],
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade
      )`.execute(database)
    },
  },
  '0222-roadmap-scenario-and-pivot': {
    async up(database) {
      await sql`create table scenario (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        state text not null,
        question text,
        bets jsonb,
        people jsonb,
        breaks jsonb,
        goals jsonb,
        adopted_on date,
        adopted_why text,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade
      )`.execute(database)
      await sql`create table pivot (
        workspace_id uuid not null,
        id uuid not null,
        title text not null,
        state text not null,
        scenario uuid,
        why text,
        survives text,
        telling jsonb,
        taken_on date,
        lost jsonb,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade,
        foreign key (workspace_id, scenario) references record
      )`.execute(database)
    },
  },
  '0223-roadmap-change-assignment': {
    async up(database) {
      await sql`create table change_assignment (
        workspace_id uuid not null,
        repository_id uuid not null,
        hash text not null,
        bet_id uuid not null,
        assigned_at timestamptz not null,
        primary key (workspace_id, repository_id, hash),
        foreign key (workspace_id, repository_id) references repository on delete cascade,
        foreign key (workspace_id, bet_id) references record on delete cascade
      )`.execute(database)
    },
  },
  '0224-roadmap-kept-forecast': {
    async up(database) {
      await sql`create table kept_forecast (
        workspace_id uuid not null,
        day date not null,
        input jsonb not null,
        bets jsonb not null,
        primary key (workspace_id, day)
      )`.execute(database)
    },
  },
  '0225-roadmap-bring-in': {
    async up(database) {
      await sql`alter table bet add column link text`.execute(database)
      await sql`create table brought_in (
        workspace_id uuid not null,
        type text not null,
        source text not null,
        record_id uuid not null,
        version integer not null,
        primary key (workspace_id, type, source),
        foreign key (workspace_id, record_id) references record on delete cascade
      )`.execute(database)
      await sql`create index brought_in_record on brought_in (workspace_id, record_id)`.execute(database)
    },
  },
  '0226-roadmap-kept-with-a-pivot': {
    async up(database) {
      await sql`alter table pivot add column goals jsonb, add column stopped jsonb, add column remaining jsonb,
        add column broken jsonb`.execute(database)
    },
  },
  '0229-roadmap-bet-kept-inside': {
    async up(database) {
      await sql`alter table bet add column inside boolean`.execute(database)
    },
  },
}
