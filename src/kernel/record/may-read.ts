import { holdsRole, type Actor, type Role } from '../operation/actor.ts'
import type { Audience, RecordDefinition } from './define-record.ts'
import type { Field } from './fields/field-kinds.ts'

const readers: Readonly<Record<Audience, readonly Role[]>> = {
  company: ['owner', 'leader', 'member'],
  leadership: ['owner', 'leader'],
}

/** The type with the fields that the actor may see; the others are, for them, not there. */
export function seenBy(actor: Actor, definition: RecordDefinition): RecordDefinition {
  const isHidden = ({ personal }: Field) =>
    personal?.audience !== undefined && !holdsRole(actor, readers[personal.audience])
  const all = Object.entries(definition.fields)
  const seen = all.filter(([, field]) => !isHidden(field))
  return seen.length === all.length ? definition : { ...definition, fields: Object.fromEntries(seen) }
}

/** Whether the actor belongs to the audience of the type. Every path to a record asks here. */
export function mayReadType(actor: Actor, { audience }: Pick<RecordDefinition, 'audience'>): boolean {
  return holdsRole(actor, readers[audience])
}
