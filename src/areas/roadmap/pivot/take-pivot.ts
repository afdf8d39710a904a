import { dayOf } from '#evidence/facts/day-of.ts'
import { defineOperation, Refusal } from '#kernel'
import { changeRecord } from '#kernel/record/write-record.ts'
import { writeSeveral } from '#kernel/record/write-several.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { adoptWithin, reasoned } from '../scenario/adopt-scenario.ts'
import { readPivot, type ReadPivot } from './read-pivot.ts'

/** As many rows as a pivot keeps of what was lost. */
const mostRows = 200

/** Takes a pivot: adopts its scenario where nobody has yet, and keeps what work is lost by it, as changes of teams. */
export const takePivot = defineOperation({
  name: 'pivot.take',
  summary: {
    en: 'Take a pivot: adopt its scenario where that is not done yet, and note what work of teams is lost by it.',
    de: 'Einen Kurswechsel vollziehen: sein Szenario übernehmen, wo das noch nicht geschehen ist, und festhalten, welche Arbeit von Teams dabei verloren geht.',
  },
  input: reasoned,
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run(context, { key, why, version }) {
    const read = await readPivot(context, key, 'lock')
    const { pivot, scenario } = read
    if (pivot.fields['state'] !== 'considered') throw notConsidered(pivot)
    const several = writeSeveral(context)
    const adopted =
      scenario.fields['state'] === 'adopted'
        ? null
        : await adoptWithin(several.context, { key: scenario.key, why, version: null })
    const taken = await changeRecord(several.context, pivot.key, version ?? pivot.version, {
      state: 'taken',
      takenOn: dayOf(context.clock().getTime()),
      lost: lostRows(read),
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

/** Delivered changes for each stopped bet by team; for all teams together where that were too many rows. */
function lostRows({ stops, done, ownedByNone }: ReadPivot) {
  const rows = stops.flatMap(({ key }) => {
    const own = Object.entries(done[key] ?? {}).map(([team, changes]) => ({ bet: key, team, changes }))
    const others = ownedByNone.get(key) ?? 0
    return others > 0 || own.length === 0 ? [...own, { bet: key, changes: others }] : own
  })
  if (rows.length <= mostRows) return rows
  const together = Map.groupBy(rows, ({ bet }) => bet)
  return [...together]
    .map(([bet, own]) => ({ bet, changes: own.reduce((sum, { changes }) => sum + changes, 0) }))
    .sort((a, b) => b.changes - a.changes)
    .slice(0, mostRows)
}

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
