import { instant, type ACommit } from '../../history/testing/a-history.ts'
import { day, hour, week } from '../windows.ts'

/** Thirteen full weeks, from Monday 5 January 2026 to Monday 6 April 2026, and an instant right after them. */
export const quarter = { from: instant('2026-01-05'), to: instant('2026-04-06') }
export const afterQuarter = quarter.to + 9 * hour

/** The instant so many weeks, days and hours into the quarter. */
export function into(weeks: number, days = 0, hours = 0): number {
  return quarter.from + weeks * week + days * day + hours * hour
}

/** A commit a day from the start of the quarter on, named c0, c1, …, all on the main line. */
export function dailyCommits(
  count: number,
  each: (index: number) => Partial<ACommit> = () => ({}),
): ACommit[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    at: into(0, index, 10),
    files: [index === 0 ? 'A src/x.ts' : 'M src/x.ts'],
    ...each(index),
  }))
}

/** The commits, with a first one ten weeks earlier, so that the whole quarter is known. */
export function sinceLong(commits: readonly ACommit[]): ACommit[] {
  const early = { id: 'early', at: into(-10), files: ['A early.ts'] }
  const [first, ...rest] = commits
  return first === undefined ? [early] : [early, { ...first, parents: ['early'] }, ...rest]
}
