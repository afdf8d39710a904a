import './access-tables.ts'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { findRecord } from '#kernel/record/find-record.ts'
import { noSuchRecord } from '#kernel/record/record-registry.ts'
import { findMember } from './member-operations.ts'
import { userIdOf } from './roles.ts'

const person = z.string().trim().min(1).max(40).nullable()

/** Says which record about a person is a member's own; null says that none is. A person decides it, nothing guesses it. */
export const linkPerson = defineOperation({
  name: 'member.link-person',
  summary: {
    en: 'Say which record about a person is a member’s own.',
    de: 'Sagen, welcher Datensatz über eine Person zu einem Mitglied gehört.',
  },
  input: z.strictObject({ member: z.string(), person }),
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run(context, { member, person: key }) {
    const before = await findMember(context, member)
    const id = key === null ? null : await findPerson(context, key)
    if (id !== null && before.person_id !== id) await assertFree(context, id)
    await set(context, member, { person_id: id, proposed_person_id: null })
    context.audit({
      subject: { type: 'member', id: member },
      payload: { person: key?.toUpperCase() ?? null },
    })
    return { id: member, person: key?.toUpperCase() ?? null }
  },
})

/** Says of oneself which record about a person is one's own, for an owner or leader to confirm; null takes it back. */
export const proposePerson = defineOperation({
  name: 'member.propose-person',
  summary: {
    en: 'Say which record about a person is one’s own, for an owner or leader to confirm.',
    de: 'Sagen, welcher Datensatz über eine Person der eigene ist; bestätigen muss es die Leitung.',
  },
  input: z.strictObject({ person }),
  access: ['owner', 'leader', 'member'],
  by: 'person',
  writes: true,
  async run(context, { person: key }) {
    const user = userIdOf(context.actor)
    const id = key === null ? null : await findPerson(context, key)
    if (id !== null) await assertFree(context, id)
    await set(context, user, { proposed_person_id: id })
    context.audit({ subject: { type: 'member', id: user }, payload: { person: key?.toUpperCase() ?? null } })
    return { id: user, person: key?.toUpperCase() ?? null }
  },
})

async function findPerson(context: OperationContext, key: string): Promise<string> {
  const found = await findRecord(context, key)
  if (found.definition.type !== 'person') throw noSuchRecord(key)
  if (found.shape.archivedAt === null) return found.id
  throw new Refusal(
    'conflict',
    { en: `${found.shape.key} is archived.`, de: `${found.shape.key} ist archiviert.` },
    {
      en: 'Restore it first, or name another.',
      de: 'Stelle den Datensatz zuerst wieder her, oder nenne einen anderen.',
    },
  )
}

async function assertFree({ transaction, workspaceId }: OperationContext, id: string): Promise<void> {
  const taken = await transaction
    .selectFrom('membership')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', id)
    .executeTakeFirst()
  if (!taken) return
  throw new Refusal(
    'conflict',
    {
      en: 'This record belongs to another member already.',
      de: 'Dieser Datensatz gehört schon zu einem anderen Mitglied.',
    },
    { en: 'Take it from them first.', de: 'Löse ihn dort zuerst.' },
  )
}

async function set(
  { transaction, workspaceId }: OperationContext,
  member: string,
  values: { readonly person_id?: string | null; readonly proposed_person_id: string | null },
): Promise<void> {
  await transaction
    .updateTable('membership')
    .set(values)
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', member)
    .execute()
}
