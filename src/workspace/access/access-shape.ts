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
  readonly joinedAt: string
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
  readonly scope: 'read' | 'write'
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
