import { z } from 'zod'
import { dayOf } from '#evidence/facts/day-of.ts'
import { defineOperation, Refusal } from '#kernel'
import { changeRecord } from '#kernel/record/write-record.ts'
import { writeSeveral } from '#kernel/record/write-several.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { adoptWithin, reasoned } from '../scenario/adopt-scenario.ts'
import { mostKept } from '../pivot.record.ts'
import { lostRows, toKept } from './kept-plan.ts'
import { atMost } from './lost-work.ts'
import { readPivot } from './read-pivot.ts'

/** As many rows as a pivot keeps of what was lost. */
const mostLost = 200

const taking = reasoned.extend({
  /** The version of the scenario that was looked at; without it the newest. */
  scenarioVersion: z.coerce.number().int().min(1).optional(),
})

/** Takes a pivot: adopts its scenario where nobody has yet, and keeps the plan as it was and what work is lost, as changes of teams. */
export const takePivot = defineOperation({
  name: 'pivot.take',
  summary: {
    en: 'Take a pivot: adopt its scenario where that is not done yet, and keep the plan as it was and what work of teams is lost by it.',
    de: 'Einen Kurswechsel vollziehen: sein Szenario übernehmen, wo das noch nicht geschehen ist, und festhalten, wie der Plan war und welche Arbeit von Teams dabei verloren geht.',
  },
  input: taking,
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run(context, { key, why, version, scenarioVersion = null }) {
    const read = await readPivot(context, key, 'lock')
    const { pivot, scenario } = read
    if (pivot.fields['state'] !== 'considered') throw notConsidered(pivot)
    const several = writeSeveral(context)
    const adopted =
      scenario.fields['state'] === 'adopted'
        ? null
        : await adoptWithin(several.context, { key: scenario.key, why, version: scenarioVersion })
    const taken = await changeRecord(several.context, pivot.key, version ?? pivot.version, {
      state: 'taken',
      takenOn: dayOf(context.clock().getTime()),
      lost: lostRows(atMost(read.lost, mostLost)),
      ...toKept(read.plan, mostKept),
    })
    several.audit()
    return {
      pivot: taken,
      scenario: scenario.key,
      written: adopted?.written ?? [],
      note: adopted?.note ?? null,
    }
  },
})

function notConsidered({ key, fields }: RecordShape): Refusal {
  return fields['state'] === 'taken'
    ? new Refusal(
        'conflict',
        { en: `${key} is taken already.`, de: `${key} ist schon vollzogen.` },
        {
          en: 'What is told to whom is noted on its page.',
          de: 'Wem was gesagt ist, hältst Du auf seiner Seite fest.',
        },
      )
    : new Refusal(
        'conflict',
        { en: `${key} is discarded.`, de: `${key} ist verworfen.` },
        { en: 'Consider it again first.', de: 'Erwäge ihn zuerst wieder.' },
      )
}
