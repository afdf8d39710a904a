import { z } from 'zod'
import { defineOperation } from '#kernel/operation/define-operation.ts'
import { isErased } from '#kernel/record/is-erased.ts'
import { eraseAccount } from './erase-account.ts'
import { eraseRecord, noteErasure } from './erase-record.ts'
import { leftOf } from './left-of.ts'

// By the id: a state from before may have given the same number to somebody else since.
const erasure = z.strictObject({
  record: z.uuid(),
  type: z.string(),
  number: z.int().min(1),
  account: z.string().nullable().default(null),
})
const erasures = z.strictObject({ erasures: z.array(erasure).max(100_000) })

/** Which records were erased, oldest first: what a restore of an older state has to do again. */
export const listErasures = defineOperation({
  name: 'privacy.list-erasures',
  summary: {
    en: 'List which records were erased, and when.',
    de: 'Auflisten, welche Datensätze gelöscht wurden, und wann.',
  },
  input: z.strictObject({}),
  access: ['owner'],
  writes: false,
  async run({ transaction, workspaceId, records }) {
    const rows = await transaction
      .selectFrom('erasure')
      .select(['record_id', 'type', 'number', 'user_id', 'at'])
      .where('workspace_id', '=', workspaceId)
      .orderBy('at')
      .orderBy('type')
      .orderBy('number')
      .execute()
    return {
      erasures: rows.map(({ record_id, type, number, user_id, at }) => ({
        record: record_id,
        type,
        number,
        account: user_id,
        key: `${records.ofType(type).prefix}-${number}`,
        at: at.toISOString(),
      })),
    }
  },
})

/**
 * Erases again what was erased after the state that was restored. Of what is not there yet the account goes and the erasure
 * is noted; what is erased already is passed over.
 */
export const repeatErasures = defineOperation({
  name: 'privacy.repeat-erasures',
  summary: {
    en: 'Erase again what was erased after the state that was restored.',
    de: 'Noch einmal löschen, was nach dem zurückgespielten Stand gelöscht wurde.',
  },
  input: erasures,
  access: ['owner'],
  writes: true,
  async run(context, given) {
    const { transaction, workspaceId, records } = context
    const repeated: string[] = []
    const emptied: { readonly id: string; readonly key: string }[] = []
    for (const { record, type, number, account } of given.erasures) {
      if (await isErased(context, record)) continue
      const there = await transaction
        .selectFrom('record')
        .select(['type', 'number'])
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', record)
        .executeTakeFirst()
      if (there) {
        const { prefix } = records.ofType(there.type)
        const key = `${prefix}-${there.number}`
        await eraseRecord(context, key, { account })
        emptied.push({ id: record, key })
      } else {
        await eraseAccount(context, record, { account })
        await noteErasure(context, { record, type, number, account })
      }
      repeated.push(record)
    }
    context.audit({ payload: { repeated, ...(await leftOf(context, emptied)) } })
    return { repeated }
  },
})
