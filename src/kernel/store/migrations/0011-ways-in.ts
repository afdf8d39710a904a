import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What else one may sign in with: passkeys, and a provider of the workspace; and whom a member says to be. */
export const waysIn: Migration = {
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `create table sign_in_passkey (
    id uuid primary key,
    user_id text not null references sign_in_user (id) on delete cascade,
    credential_id text not null unique,
    public_key text not null,
    counter bigint not null,
    transports text not null,
    name text not null,
    created_at timestamptz not null,
    last_used_at timestamptz
  )`,
  'create index sign_in_passkey_by_user on sign_in_passkey (user_id)',
  // The secret is sealed under the workspace key; empty where it has to be given again.
  `create table sign_in_provider (
    workspace_id uuid primary key references workspace (id),
    name text not null,
    issuer text not null,
    client_id text not null,
    client_secret text not null,
    changed_at timestamptz not null
  )`,
  'alter table membership add column proposed_person_id uuid',
  `alter table membership add foreign key (workspace_id, proposed_person_id) references record
    on delete set null (proposed_person_id)`,
]
