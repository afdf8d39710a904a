import { z } from 'zod'
import { defineOperation } from '#kernel'
import { referredIn } from '#kernel/record/referred.ts'
import { changeRecord, createRecord } from '#kernel/record/write-record.ts'
import { writeSeveral } from '#kernel/record/write-several.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { findInsight } from './find-insight.ts'

export interface BetFromInsight {
  readonly bet: RecordShape
  readonly insight: RecordShape
}

/** Makes a new bet of an insight: the bet as an idea, and the insight kept as its first evidence, or neither. */
export const newBet = defineOperation({
  name: 'insight.new-bet',
  summary: {
    en: 'Write a new bet, as an idea, that an insight speaks for, and keep the insight.',
    de: 'Eine neue Wette als Idee anlegen, für die eine Erkenntnis spricht, und die Erkenntnis behalten.',
  },
  input: z.strictObject({
    key: z.string().max(40),
    title: z.string().trim().min(1).max(120),
    /** The version that was looked at; without it the newest. */
    version: z.coerce.number().int().min(1).optional(),
  }),
  access: ['owner', 'leader'],
  writes: true,
  async run(context, { key, title, version }): Promise<BetFromInsight> {
    const { shape } = await findInsight(context, key, 'lock')
    const several = writeSeveral(context)
    const bet = await createRecord(several.context, context.records.ofType('bet'), { title })
    const insight = await changeRecord(several.context, shape.key, version ?? shape.version, {
      bets: [...referredIn(shape.fields['bets']), bet.key],
      ...(shape.fields['state'] === 'new' && { state: 'kept' }),
    })
    several.audit()
    return { bet, insight }
  },
})
