/** A role a person holds in a workspace. */
export type Role = 'owner' | 'leader' | 'member' | 'guest'

/** Who somebody is, whichever way they come. */
export interface Self {
  /** All ids under which they write: their own and those of their keys. */
  readonly ids: readonly string[]
  /** Id of the record about the person that they are; null where none was named. */
  readonly person: string | null
}

/**
 * Who asks for an operation. `id` is always pseudonymous: an address or a name has no place in it.
 * `local` is the owner on this very machine, for as long as there are no accounts.
 */
export type Actor =
  | { readonly kind: 'local' }
  | { readonly kind: 'user'; readonly id: string; readonly roles: readonly Role[]; readonly self?: Self }
  | {
      readonly kind: 'api-key'
      readonly id: string
      readonly roles: readonly Role[]
      readonly self?: Self
      /** A key that may read and not write, whatever its role. */
      readonly readOnly?: true
    }
  | { readonly kind: 'agent'; readonly id: string; readonly roles: readonly Role[]; readonly self?: Self }
  | { readonly kind: 'share-link'; readonly id: string }
  | { readonly kind: 'system'; readonly job: string }
  | { readonly kind: 'webhook'; readonly source: string }

/** Whether the actor holds one of the roles; the local owner and the system's own jobs hold all. */
export function holdsRole(actor: Actor, roles: readonly Role[]): boolean {
  if (actor.kind === 'local' || actor.kind === 'system') return true
  return 'roles' in actor && actor.roles.some((role) => roles.includes(role))
}

/** Who the actor is; of one that nothing more is known of, its id alone. */
export function selfOf(actor: Actor): Self {
  return ('self' in actor && actor.self) || { ids: [actorId(actor)], person: null }
}

/** Whether a person acts in person, and not a key, an agent or a machine in their name. */
export function isPerson(actor: Actor): boolean {
  return actor.kind === 'local' || actor.kind === 'user'
}

/** The pseudonymous id under which the actor stands in the audit. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'local':
      return 'local'
    case 'system':
      return actor.job
    case 'webhook':
      return actor.source
    default:
      return actor.id
  }
}
