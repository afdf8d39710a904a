import { z } from 'zod'
import { actorId } from '#kernel/operation/actor.ts'
import { defineOperation } from '#kernel/operation/define-operation.ts'
import { findRecord } from '#kernel/record/find-record.ts'
import { keepVersion } from '#kernel/record/write-record.ts'
import { dueFields, maybeDue } from './due-fields.ts'
import { erasedTitle } from './erased-title.ts'
import { forgetFields } from './forget-fields.ts'
import { leftOf } from './left-of.ts'

/** Lists the records of which personal fields are to go because their time is over. */
export const listDue = defineOperation({
  name: 'privacy.list-due',
  summary: {
    en: 'List the records whose personal fields are to be deleted because their time is over.',
    de: 'Die Datensätze auflisten, deren persönliche Felder zu löschen sind, weil ihre Zeit abgelaufen ist.',
  },
  input: z.strictObject({}),
  access: ['owner'],
  writes: false,
  async run(context) {
    const due: string[] = []
    for (const key of await maybeDue(context))
      if ((await dueFields(context, await findRecord(context, key))).length > 0) due.push(key)
    return { due }
  },
})

/** Deletes the personal fields of a record whose time is over, here and in its history; others stay. */
export const forgetDue = defineOperation({
  name: 'privacy.forget',
  summary: {
    en: 'Delete the personal fields of a record whose time is over, here and in its history.',
    de: 'Die persönlichen Felder eines Datensatzes löschen, deren Zeit abgelaufen ist, auch im Verlauf.',
  },
  input: z.strictObject({ key: z.string().max(40) }),
  access: ['owner'],
  writes: true,
  async run(context, { key }) {
    const { transaction, workspaceId, clock, actor } = context
    const found = await findRecord(context, key, 'lock')
    const forgotten = await dueFields(context, found)
    const { id, shape, definition } = found
    if (forgotten.length > 0) {
      await forgetFields(context, found, forgotten)
      await transaction
        .updateTable('record')
        .set({
          version: shape.version + 1,
          updated_at: clock(),
          updated_by: actorId(actor),
          ...(forgotten.includes(definition.title) && { title: erasedTitle }),
        })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .execute()
      await keepVersion(context, shape.key)
    }
    const left = forgotten.length > 0 && (await leftOf(context, [{ id, key: shape.key }]))
    context.audit({ subject: { type: shape.type, id }, payload: { key: shape.key, forgotten, ...left } })
    return { key: shape.key, forgotten }
  },
})
