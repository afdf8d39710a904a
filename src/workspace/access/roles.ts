import { z } from 'zod'
import { holdsRole, type Actor, type Role } from '#kernel/operation/actor.ts'
import { Refusal } from '#kernel/operation/refusal.ts'

/** All roles, the one that may most first. */
export const roles = ['owner', 'leader', 'member', 'guest'] as const satisfies readonly Role[]

/** A role as an input names it. */
export const roleInput = z.enum(roles)

/** Refuses an actor who would give a role that they may not give: owners give all, leaders those below their own. */
export function assertMayGive(actor: Actor, role: Role): void {
  if (
    holdsRole(actor, ['owner']) ||
    (holdsRole(actor, ['leader']) && (role === 'member' || role === 'guest'))
  )
    return
  throw new Refusal(
    'forbidden',
    { en: `You may not make anybody ${role}.`, de: `Du darfst niemandem die Rolle „${role}“ geben.` },
    { en: 'Ask an owner of this workspace.', de: 'Bitte eine Inhaberin oder einen Inhaber darum.' },
  )
}

/** The user who acts in person; refuses whoever has no account, such as the local owner before there is one. */
export function userIdOf(actor: Actor): string {
  if (actor.kind === 'user') return actor.id
  throw new Refusal(
    'conflict',
    { en: 'There is no account for this yet.', de: 'Dafür gibt es noch kein Konto.' },
    { en: 'Create the owner account first.', de: 'Lege zuerst das Inhaberkonto an.' },
  )
}
