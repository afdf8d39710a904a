import { z } from 'zod'
import { defineOperation } from '#kernel/operation/define-operation.ts'
import { eraseRecord } from './erase-record.ts'

const erasures = z.strictObject({
  erasures: z.array(z.strictObject({ type: z.string(), number: z.int().min(1) })).max(100_000),
})

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
      .select(['type', 'number', 'at'])
      .where('workspace_id', '=', workspaceId)
      .orderBy('at')
      .orderBy('type')
      .orderBy('number')
      .execute()
    return {
      erasures: rows.map(({ type, number, at }) => ({
        type,
        number,
        key: `${records.ofType(type).prefix}-${number}`,
        at: at.toISOString(),
      })),
    }
  },
})

/** Erases again what was erased after the state that was restored; what is not there, or erased already, is passed over. */
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
    for (const { type, number } of given.erasures) {
      const there = await transaction
        .selectFrom('record')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('type', '=', type)
        .where('number', '=', number)
        .executeTakeFirst()
      if (!there) continue
      const { key } = await eraseRecord(context, `${records.ofType(type).prefix}-${number}`)
      repeated.push(key)
    }
    context.audit({ payload: { repeated } })
    return { repeated }
  },
})
