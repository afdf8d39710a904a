import { holdsRole, type Actor, type Role } from '../operation/actor.ts'
import type { Audience, RecordDefinition } from './define-record.ts'

const readers: Readonly<Record<Audience, readonly Role[]>> = {
  company: ['owner', 'leader', 'member'],
  leadership: ['owner', 'leader'],
}

/** Whether the actor belongs to the audience of the type. Every path to a record asks here. */
export function mayReadType(actor: Actor, { audience }: Pick<RecordDefinition, 'audience'>): boolean {
  return holdsRole(actor, readers[audience])
}
