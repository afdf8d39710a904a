import { findOfType } from './find-of-type.ts'
import { sides } from './sides.ts'
import { dayOf } from '#evidence/facts/day-of.ts'
import { z } from 'zod'
import { defineOperation, holdsRole, Refusal, type OperationContext } from '#kernel'
import { selfOf } from '#kernel/operation/actor.ts'
import { findRecord } from '#kernel/record/find-record.ts'
import { changeRecord } from '#kernel/record/write-record.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { rowsOf, textOf } from './plan/read-bet.ts'

/**
 * Notes that product, design or engineering agrees to a bet as it stands; the third agreement makes an idea shaped. The
 * counterpart does it, or somebody who leads in their name.
 */
export const agreeToBet = defineOperation({
  name: 'bet.agree',
  summary: {
    en: 'Agree to a bet as it stands, for product, design or engineering; the third agreement makes it shaped.',
    de: 'Einer Wette zustimmen, wie sie dasteht, für Produkt, Design oder Entwicklung; mit der dritten Zustimmung ist sie ausgearbeitet.',
  },
  input: z.strictObject({ key: z.string().max(40), side: z.enum(sides) }),
  access: ['owner', 'leader', 'member'],
  by: 'person',
  writes: true,
  async run(context, { key, side }): Promise<RecordShape> {
    const { shape, id } = await findOfType(context, key, 'bet', 'lock')
    const counterpart = textOf(shape.fields[side])
    await assertSpeaksFor(context, shape, side, counterpart)
    const others = rowsOf(shape.fields['agreements']).filter((row) => row['side'] !== side)
    const day = dayOf(context.clock().getTime())
    const agreements = [...others, { side, person: counterpart, day, version: shape.version }]
    const isWhole = sides.every((each) => agreements.some((row) => row.side === each))
    const state = isWhole && shape.fields['state'] === 'idea' ? { state: 'shaped' } : {}
    context.audit({ subject: { type: 'bet', id } })
    return changeRecord(context, shape.key, shape.version, { agreements, ...state })
  },
})

async function assertSpeaksFor(
  context: OperationContext,
  { key }: RecordShape,
  side: string,
  counterpart: string | null,
): Promise<void> {
  if (holdsRole(context.actor, ['owner', 'leader'])) return
  const { person } = selfOf(context.actor)
  if (counterpart !== null && person !== null && (await findRecord(context, counterpart)).id === person)
    return
  throw new Refusal(
    'forbidden',
    {
      en: `You are not the counterpart in ${side} of ${key}.`,
      de: `Du bist bei ${key} nicht das Gegenüber für ${side}.`,
    },
    {
      en: 'Ask the counterpart, or somebody who leads, to agree.',
      de: 'Bitte das Gegenüber oder jemanden in der Leitung, zuzustimmen.',
    },
  )
}
