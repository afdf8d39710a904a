import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who may sign in, by what, and as what they belong to a workspace. */
export const access: Migration = {
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  // The tables of the sign-in library carry no workspace: one person may belong to several.
  `create table sign_in_user (
    id text primary key,
    name text not null,
    email text not null unique,
    email_verified boolean not null,
    image text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create table sign_in_session (
    id text primary key,
    user_id text not null references sign_in_user (id) on delete cascade,
    token text not null unique,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  'create index sign_in_session_by_user on sign_in_session (user_id)',
  `create table sign_in_credential (
    id text primary key,
    user_id text not null references sign_in_user (id) on delete cascade,
    provider_id text not null,
    account_id text not null,
    password text,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (provider_id, account_id)
  )`,
  'create index sign_in_credential_by_user on sign_in_credential (user_id)',
  `create table sign_in_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  'create index sign_in_verification_by_identifier on sign_in_verification (identifier)',
  // What was tried, under a keyed hash of who tried it.
  `create table sign_in_attempt (
    workspace_id uuid not null references workspace (id),
    subject text not null,
    count integer not null,
    since timestamptz not null,
    primary key (workspace_id, subject)
  )`,
  `create table membership (
    workspace_id uuid not null references workspace (id),
    user_id text not null references sign_in_user (id),
    role text not null check (role in ('owner', 'leader', 'member', 'guest')),
    person_id uuid,
    joined_at timestamptz not null,
    removed_at timestamptz,
    primary key (workspace_id, user_id),
    unique (workspace_id, person_id),
    foreign key (workspace_id, person_id) references record on delete set null (person_id)
  )`,
  `create table invitation (
    workspace_id uuid not null references workspace (id),
    id uuid not null,
    role text not null check (role in ('owner', 'leader', 'member', 'guest')),
    token_hash text not null,
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by text,
    revoked_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, token_hash)
  )`,
  `create table api_key (
    workspace_id uuid not null references workspace (id),
    id uuid not null,
    user_id text not null,
    name text not null,
    scope text not null check (scope in ('read', 'write')),
    token_hash text not null,
    token_end text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, token_hash),
    foreign key (workspace_id, user_id) references membership
  )`,
  'create index api_key_by_user on api_key (workspace_id, user_id)',
]
