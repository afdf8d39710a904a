import type { Plan, PlannedBreak } from '../plan/plan-shape.ts'
import { teamIsGone } from './change-people.ts'
import type { BreakDifference, Changed, NotApplied } from './scenario-shape.ts'

/** The breaks with those that a scenario has besides. */
export function changeBreaks(
  { breaks, teams }: Pick<Plan, 'breaks' | 'teams'>,
  differences: readonly BreakDifference[],
): Changed<PlannedBreak> {
  const after = [...breaks]
  const notApplied: NotApplied[] = []
  for (const [at, { from, until, team = null }] of differences.entries()) {
    if (team !== null && teams.every(({ key }) => key !== team))
      notApplied.push({ path: `breaks.${at}`, subject: team, reason: teamIsGone(team) })
    else after.push({ from, until, teams: team === null ? [] : [team] })
  }
  return { after, notApplied }
}
