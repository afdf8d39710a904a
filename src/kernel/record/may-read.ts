import { sql, type RawBuilder } from 'kysely'
import { holdsRole, selfOf, type Actor, type Role } from '../operation/actor.ts'
import type { OperationContext } from '../operation/define-operation.ts'
import type { Audience, RecordDefinition } from './define-record.ts'
import type { Field } from './fields/field-kinds.ts'

const staff: readonly Role[] = ['owner', 'leader', 'member']

/** Who may see any record of a type at all; of those for single people each still sees their own alone. */
const readers: Readonly<Record<Audience, readonly Role[]>> = {
  company: staff,
  leadership: ['owner', 'leader'],
  self: staff,
  pair: staff,
  panel: staff,
}

/** The type with the fields that the actor may see; the others are, for them, not there. */
export function seenBy(actor: Actor, definition: RecordDefinition): RecordDefinition {
  const isHidden = ({ personal }: Field) =>
    personal?.audience !== undefined && !holdsRole(actor, readers[personal.audience])
  const all = Object.entries(definition.fields)
  const seen = all.filter(([, field]) => !isHidden(field))
  return seen.length === all.length ? definition : { ...definition, fields: Object.fromEntries(seen) }
}

/** Whether there can be records of the type that the actor may see; which of them is what `mayRead` says. */
export function mayReadType(actor: Actor, { audience }: Pick<RecordDefinition, 'audience'>): boolean {
  return holdsRole(actor, readers[audience])
}

/** Whether the actor may see every record of the type. */
export function mayReadAll(actor: Actor, { audience }: Pick<RecordDefinition, 'audience'>): boolean {
  if (!holdsRole(actor, readers[audience])) return false
  if (actor.kind === 'system' || audience === 'company' || audience === 'leadership') return true
  return audience === 'panel' && holdsRole(actor, ['owner'])
}

/**
 * Which records the actor may see, of these types or of all, as a condition on a row of `record` under this name. Every
 * statement that reads records of whatever type holds it.
 */
export function mayRead(
  { actor, records }: Pick<OperationContext, 'actor' | 'records'>,
  {
    types = records.all,
    row = 'record',
  }: { readonly types?: readonly RecordDefinition[]; readonly row?: string } = {},
): RawBuilder<boolean> {
  const whole = types.filter((each) => mayReadAll(actor, each)).map(({ type }) => type)
  const some = types.filter((each) => mayReadType(actor, each) && !mayReadAll(actor, each))
  const type = sql.ref(`${row}.type`)
  const own = some.map((each) => sql`(${type} = ${each.type} and ${isOwn(actor, each, row)})`)
  return sql<boolean>`(${sql.join([sql`${type} = any (${whole}::text[])`, ...own], sql` or `)})`
}

/** The same where all rows are of one type. */
export function mayReadOfType(
  actor: Actor,
  definition: RecordDefinition,
  row = 'record',
): RawBuilder<boolean> {
  if (mayReadAll(actor, definition)) return sql<boolean>`true`
  return mayReadType(actor, definition) ? isOwn(actor, definition, row) : sql<boolean>`false`
}

/** Of types for single people: who wrote it first, or who is named in the fields that say so. */
function isOwn(actor: Actor, { audience, people = [] }: RecordDefinition, row: string): RawBuilder<boolean> {
  const { ids, person } = selfOf(actor)
  // A pair that was written while nobody had an account is its writer's, who had no record to be named by.
  const writers = audience === 'pair' ? ids.filter((id) => id === 'local') : ids
  const wrote = sql<boolean>`${sql.ref(`${row}.created_by`)} = any (${writers}::text[])`
  if (audience === 'self' || person === null) return wrote
  const names = people.map((name) => `field:${name}`)
  return sql<boolean>`(${wrote} or exists (select from link as named
    where named.workspace_id = ${sql.ref(`${row}.workspace_id`)} and named.from_id = ${sql.ref(`${row}.id`)}
      and named.relation = any (${names}::text[]) and named.to_id = ${person}::uuid))`
}
