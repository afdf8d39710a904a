import type { Role } from '#kernel/operation/actor.ts'

/** Somebody who belongs to the workspace. */
export interface MemberShape {
  readonly id: string
  readonly name: string
  /** Null where the reader may not know it. */
  readonly email: string | null
  readonly role: Role
  /** Key of their own record among the people; null where none is linked. */
  readonly person: string | null
  /**
   * The record that may be theirs, while none is linked and where the reader may say so: what the member says, or a
   * record with the same address or name that nobody else is linked to. A person confirms it.
   */
  readonly proposed: { readonly key: string; readonly by: 'member' | 'address' | 'name' } | null
  readonly joinedAt: string
}

/** A passkey, without what it is checked by. */
export interface PasskeyShape {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** By what somebody signs in. */
export interface WaysInShape {
  readonly password: boolean
  readonly passkeys: readonly PasskeyShape[]
  /** The workspace's provider, and whether this account is connected with it; null for none. */
  readonly provider: { readonly name: string; readonly connected: boolean } | null
}

/** The provider by which members may sign in, without its secret. */
export interface ProviderShape {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  /** False where the secret has to be given again, as after a restore. */
  readonly hasSecret: boolean
  readonly changedAt: string
}

/** A link by which somebody may join, without its secret. */
export interface InvitationShape {
  readonly id: string
  readonly role: Role
  readonly createdAt: string
  readonly expiresAt: string
}

/** A key by which a program acts in somebody's name, without its secret. */
export interface ApiKeyShape {
  readonly id: string
  readonly name: string
  /** `calendar` opens the roadmap’s calendar and nothing else. */
  readonly scope: 'read' | 'write' | 'calendar'
  /** Whose it is. */
  readonly member: string
  /** The last characters of the secret. */
  readonly end: string
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

/** A browser that is signed in. */
export interface SessionShape {
  readonly id: string
  readonly userAgent: string | null
  readonly createdAt: string
  readonly expiresAt: string
}

/** Who asks, as the pages need to know it. `none`: there is no account yet, and whoever is at this machine may do all. */
export type AccountShape =
  | { readonly state: 'none' | 'signed-out' }
  | {
      readonly state: 'signed-in'
      readonly id: string
      readonly name: string
      readonly email: string
      readonly role: Role
      /** Which of one's sessions this is. */
      readonly session: string
    }
