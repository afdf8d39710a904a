import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { loadRecords, type LoadedRecord } from '#kernel/record/load-records.ts'
import { mayReadType } from '#kernel/record/may-read.ts'
import { columnOf } from '#kernel/record/record-columns.ts'
import type { MemberShape } from './access-shape.ts'

interface Membership {
  readonly user_id: string
  readonly name: string
  readonly email: string
  readonly person_id: string | null
  readonly proposed_person_id: string | null
}

/** Whose records the members' are: what is linked, and what may be. */
export interface PersonsOf {
  keyOf(id: string | null): string | null
  proposedFor(user: string): MemberShape['proposed']
}

/** Looks up the records about people that members are linked to, say to be, or share an address or a name with. */
export async function personsOf(
  context: OperationContext,
  members: readonly Membership[],
): Promise<PersonsOf> {
  const found = await loadPossible(context, members)
  const byId = new Map(found.map((each) => [each.id, each.shape.key]))
  const linked = new Set(members.map(({ person_id }) => person_id))
  const free = found.filter(({ id, shape }) => !linked.has(id) && shape.archivedAt === null)
  const addressOf = ({ shape }: LoadedRecord) => fold(shape.fields['email'])
  return {
    keyOf: (id) => (id === null ? null : (byId.get(id) ?? null)),
    proposedFor(user) {
      const member = members.find(({ user_id }) => user_id === user)
      if (!member) return null
      const told = free.find(({ id }) => id === member.proposed_person_id)
      if (told) return { key: told.shape.key, by: 'member' }
      // Two of the same name are nobody's to choose between.
      const [address, more] = free.filter((each) => addressOf(each) === fold(member.email))
      if (address && !more) return { key: address.shape.key, by: 'address' }
      const [name, other] = free.filter(({ shape }) => fold(shape.title) === fold(member.name))
      return name && !other ? { key: name.shape.key, by: 'name' } : null
    },
  }
}

async function loadPossible(
  context: OperationContext,
  members: readonly Membership[],
): Promise<LoadedRecord[]> {
  const definition = context.records.all.find(({ type }) => type === 'person')
  if (!definition || members.length === 0 || !mayReadType(context.actor, definition)) return []
  const ids = members.flatMap(({ person_id, proposed_person_id }) =>
    [person_id, proposed_person_id].filter((id) => id !== null),
  )
  const address = sql`lower(${sql.ref(`fields.${columnOf('email')}`)})`
  return loadRecords(
    context,
    definition,
    sql`where record.workspace_id = ${context.workspaceId} and record.type = ${definition.type}
      and (record.id = any (${ids}::uuid[]) or (record.archived_at is null
        and (${address} = any (${members.map(({ email }) => email.toLowerCase())}::text[])
          or lower(record.title) = any (${members.map(({ name }) => name.toLowerCase())}::text[]))))
      order by record.number`,
  )
}

function fold(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase() : null
}
