import type { Role } from '#kernel/operation/actor.ts'

/** Somebody who can sign in; the row belongs to the sign-in library. */
export interface SignInUserTable {
  id: string
  name: string
  email: string
  email_verified: boolean
  image: string | null
  created_at: Date
  updated_at: Date
}

/** A browser that is signed in; the row belongs to the sign-in library. */
export interface SignInSessionTable {
  id: string
  user_id: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: Date
  updated_at: Date
}

/** What somebody signs in with: a password's hash or another provider's name for them. */
export interface SignInCredentialTable {
  id: string
  user_id: string
  provider_id: string
  account_id: string
  password: string | null
  created_at: Date
  updated_at: Date
}

/** A passkey, of which only the public part is here. */
export interface SignInPasskeyTable {
  id: string
  user_id: string
  /** As browsers name it, in base64url like the key. */
  credential_id: string
  public_key: string
  /** How often it was used by its own count; 0 for one that does not count. */
  counter: number
  /** By which ways a browser reaches it, joined by commas. */
  transports: string
  name: string
  created_at: Date
  last_used_at: Date | null
}

/** The OpenID Connect provider of a workspace. */
export interface SignInProviderTable {
  workspace_id: string
  name: string
  issuer: string
  client_id: string
  /** Sealed under the workspace key; empty where it has to be given again, as after a restore. */
  client_secret: string
  changed_at: Date
}

/** What a sign-in that has begun still waits for. */
export interface SignInVerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: Date
  updated_at: Date
}

/** How often somebody tried to sign in since when. */
export interface SignInAttemptTable {
  workspace_id: string
  subject: string
  count: number
  since: Date
}

/** As what somebody belongs to a workspace; of those who left the name stays, for the history of what they did. */
export interface MembershipTable {
  workspace_id: string
  user_id: string
  role: Role
  person_id: string | null
  /** Whom the member says to be; nobody confirmed it yet. */
  proposed_person_id: string | null
  joined_at: Date
  removed_at: Date | null
}

/** A link by which somebody may join once. */
export interface InvitationTable {
  workspace_id: string
  id: string
  role: Role
  token_hash: string
  created_by: string
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  accepted_by: string | null
  revoked_at: Date | null
}

/** A key by which a program acts in somebody's name. */
export interface ApiKeyTable {
  workspace_id: string
  id: string
  user_id: string
  name: string
  scope: 'read' | 'write' | 'calendar'
  token_hash: string
  token_end: string
  created_at: Date
  expires_at: Date | null
  last_used_at: Date | null
  revoked_at: Date | null
}

/** That a member has read an edition of a record, and on which day they said so. */
export interface ReadingReceiptTable {
  workspace_id: string
  record_id: string
  edition: number
  user_id: string
  /** As in `2026-01-31`. */
  day: string
}

declare module '#kernel/store/tables.ts' {
  interface Tables {
    sign_in_user: SignInUserTable
    sign_in_session: SignInSessionTable
    sign_in_credential: SignInCredentialTable
    sign_in_attempt: SignInAttemptTable
    sign_in_passkey: SignInPasskeyTable
    sign_in_provider: SignInProviderTable
    sign_in_verification: SignInVerificationTable
    membership: MembershipTable
    invitation: InvitationTable
    api_key: ApiKeyTable
    reading_receipt: ReadingReceiptTable
  }
}
