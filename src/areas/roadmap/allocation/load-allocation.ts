import { readAllRecords, type OperationContext } from '#kernel'
import type { RecordShape } from '#kernel/shape.ts'
import { loadAlignment, type Alignment } from '../alignment/load-alignment.ts'
import { countedBets } from '../alignment/counted-bets.ts'
import { measureAlignment } from '../alignment/measure-alignment.ts'
import { isWithin } from '#evidence/measures/windows.ts'
import { textOf } from '../plan/read-bet.ts'
import type { AllocationShape, QuarterShape, ScopeShape } from './allocation-shape.ts'
import { measureAllocation } from './measure-allocation.ts'
import { quarterBefore, stateOf, timeOf } from './quarter.ts'
import { readTarget } from './read-target.ts'

/** Measures a quarter and those before it, `count` in all, for the company and each team that owns or owned something. */
export async function loadAllocation(
  context: OperationContext,
  quarter: string,
  count: number,
): Promise<AllocationShape> {
  const now = context.clock()
  const quarters = Array.from({ length: count }, (_, at) => quarterBefore(quarter, count - 1 - at))
  const from = timeOf(quarters[0] ?? quarter).from
  const alignment = await loadAlignment(context, { from, to: Math.min(timeOf(quarter).to, now.getTime()) })
  const written = await readAllRecords(context, 'allocation')
  const names = new Map((await readAllRecords(context, 'team')).map(({ key, title }) => [key, title]))
  return {
    asOf: now.toISOString(),
    quarter,
    quarters: quarters.map((each) =>
      measureQuarter(
        each,
        now,
        alignment,
        written.filter(({ fields }) => fields['quarter'] === each),
        names,
      ),
    ),
    repositories: alignment.delivered.repositories.map(({ name }) => name),
    unread: alignment.delivered.unread,
  }
}

function measureQuarter(
  quarter: string,
  now: Date,
  { joined, teams, bets }: Alignment,
  written: readonly RecordShape[],
  names: ReadonlyMap<string, string>,
): QuarterShape {
  const { from, to } = timeOf(quarter)
  const state = stateOf(quarter, now)
  const counted = countedBets(bets)
  const within = joined.flatMap((each, at) =>
    isWithin({ from, to }, each.change.at) ? [{ each, of: teams[at] ?? [] }] : [],
  )
  const scopesOf = (team: string | null): ScopeShape[] => {
    const own = within.filter(({ of }) => team === null || of.includes(team)).map(({ each }) => each)
    const counts = measureAlignment(own, counted)
    const intended = written.filter(({ fields }) => textOf(fields['team']) === team)
    return (intended.length > 0 ? intended : [null]).map((record) => ({
      team: team === null ? null : { key: team, name: names.get(team) ?? team },
      allocation: record && { key: record.key, title: record.title },
      ...measureAllocation(counts, record && readTarget(record), state),
    }))
  }
  const concerned = new Set([
    ...within.flatMap(({ of }) => of),
    ...written.flatMap(({ fields }) => textOf(fields['team']) ?? []),
  ])
  const byName = [...concerned].sort((a, b) => (names.get(a) ?? a).localeCompare(names.get(b) ?? b, 'en'))
  return {
    quarter,
    state,
    from: new Date(from).toISOString(),
    to: new Date(state === 'running' ? now : to).toISOString(),
    scopes: [null, ...byName].flatMap(scopesOf),
  }
}
