import { dayAfter } from './day-after.ts'
import type { CapacityChange } from './plan-shape.ts'
import { textOf, textsOf } from './read-bet.ts'

interface Employed {
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * How many full-time jobs a team has on a day, and who joins or leaves it later, as capacity alone. Null people where
 * nobody was ever recorded in the team: then nothing is known, which is not the same as an empty team.
 */
export function teamPeople(
  people: readonly Employed[],
  team: string,
  day: string,
): { readonly people: number | null; readonly changes: readonly CapacityChange[] } {
  const own = people.filter(({ fields }) => fields['team'] === team)
  if (own.length === 0) return { people: null, changes: [] }
  let jobs = 0
  const changes: CapacityChange[] = []
  for (const { fields } of own) {
    const [start, end, share] = [
      textOf(fields['start']),
      textOf(fields['end']),
      shareOf(fields['workingDays']),
    ]
    const begins = start !== null && start > day
    if (end !== null && end < day) continue
    if (begins) changes.push({ kind: 'joins', on: start, share })
    else jobs += share
    if (end !== null) changes.push({ kind: 'leaves', on: dayAfter(end), share })
  }
  return { people: jobs, changes }
}

/** Of a full-time job, by the days of a week that somebody works; all five where nobody said. */
function shareOf(workingDays: unknown): number {
  const days = textsOf(workingDays).length
  return days === 0 ? 1 : Math.min(1, days / 5)
}
