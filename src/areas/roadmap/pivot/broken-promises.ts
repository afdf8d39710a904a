import type { RecordShape } from '#kernel/shape.ts'
import { textOf, textsOf } from '../plan/read-bet.ts'
import type { BrokenPromise } from './pivot-shape.ts'

interface Ending {
  readonly bets: readonly RecordShape[]
  readonly goals: readonly RecordShape[]
}

/** The words that were given and are not kept: wanted days, committed bets, days of goals, and what customers were told. */
export function brokenPromises({ bets, goals }: Ending, insights: readonly RecordShape[]): BrokenPromise[] {
  return [
    ...bets.flatMap(ofBet),
    ...goals.flatMap(ofGoal),
    ...insights.flatMap((insight) =>
      toldOf(
        insight,
        bets.map(({ key }) => key),
      ),
    ),
  ]
}

/** Whether somebody counts on a bet: it is committed or worked on. */
export function isCommitted(state: unknown): boolean {
  return state === 'committed' || state === 'in-progress'
}

function ofBet({ key, title, fields }: RecordShape): BrokenPromise[] {
  const day = textOf(fields['wanted'])
  if (day === null && !isCommitted(fields['state'])) return []
  const kind = isCommitted(fields['state']) ? 'committed' : 'wanted'
  return [{ kind, of: key, key, title, day, reason: day === null ? null : textOf(fields['wantedReason']) }]
}

function ofGoal({ key, title, fields }: RecordShape): BrokenPromise[] {
  const day = textOf(fields['due'])
  return day === null ? [] : [{ kind: 'due', of: key, key, title, day, reason: textOf(fields['metric']) }]
}

function toldOf({ key, title, fields }: RecordShape, ending: readonly string[]): BrokenPromise[] {
  const day = textOf(fields['toldOn'])
  const of = textsOf(fields['bets']).find((bet) => ending.includes(bet))
  if (day === null || of === undefined || fields['state'] === 'let-go') return []
  return [{ kind: 'told', of, key, title, day, reason: textOf(fields['customer']) }]
}
