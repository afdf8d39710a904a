import type { RecordShape } from '#kernel/shape.ts'
import type { PlannedBet, SizeRange } from './plan-shape.ts'

type Values = RecordShape['fields']

/** The bet as the plan sees it. */
export function readBet({ key, title, fields }: RecordShape): PlannedBet {
  return {
    key,
    title,
    state: textOf(fields['state']) ?? 'idea',
    horizon: textOf(fields['horizon']),
    investment: textOf(fields['investment']),
    order: numberOf(fields['order']),
    goals: textsOf(fields['goals']),
    teams: textsOf(fields['teams']),
    size: rangeOf(fields, 'low', 'high'),
    teamSizes: Object.fromEntries(
      rowsOf(fields['teamSizes']).map((row) => [
        String(row['team']),
        [Number(row['low']), Number(row['high'])] as const,
      ]),
    ),
    resembles: textsOf(fields['resembles']),
    splitRate: rangeOf(fields, 'splitLow', 'splitHigh'),
    risks: rowsOf(fields['risks']).map((row) => ({
      chance: Number(row['chance']),
      size: [Number(row['low']), Number(row['high'])] as const,
    })),
    after: textsOf(fields['after']),
    earliest: textOf(fields['earliest']),
    wanted: textOf(fields['wanted']),
    wantedReason: textOf(fields['wantedReason']),
  }
}

/** Text of a value; null for none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

/** What a list holds; nothing for none. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

export function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : []
}

/** One end stands for both where the other is missing. */
function rangeOf(fields: Values, low: string, high: string): SizeRange | null {
  const [from, to] = [numberOf(fields[low]), numberOf(fields[high])]
  if (from === null && to === null) return null
  return [from ?? to ?? 0, to ?? from ?? 0]
}
