import { limits } from '#engines/forecast/forecast-input.ts'
import type { Words } from '#kernel/shape.ts'
import type { CapacityChange, PlannedTeam } from '../plan/plan-shape.ts'
import { peopleOverTime } from './people-over-time.ts'
import type { Changed, NotApplied, PeopleDifference } from './scenario-shape.ts'

/** Five working days are a week of seven. */
const calendarDays = (workingDays: number) => Math.ceil((workingDays * 7) / 5)

/** The teams with who joins and leaves them besides; nobody can leave who is not there. */
export function changePeople(
  teams: readonly PlannedTeam[],
  differences: readonly PeopleDifference[],
): Changed<PlannedTeam> {
  const after = new Map(teams.map((team) => [team.key, team]))
  const notApplied: NotApplied[] = []
  for (const [at, difference] of differences.entries()) {
    const team = after.get(difference.team)
    const reason = team === undefined ? teamIsGone(difference.team) : whyNot(team, difference)
    if (team === undefined || reason !== null)
      notApplied.push({
        path: `people.${at}`,
        subject: difference.team,
        reason: reason ?? teamIsGone(difference.team),
      })
    else after.set(team.key, { ...team, changes: [...team.changes, toChange(difference)] })
  }
  return { after: [...after.values()], notApplied }
}

function whyNot(team: PlannedTeam, difference: PeopleDifference): Words | null {
  if (team.people === null || team.people === 0) return nobodyThere(team.name)
  const steps = peopleOverTime({ ...team, changes: [...team.changes, toChange(difference)] })
  if (steps.some(({ people }) => people > limits.factor * (team.people ?? 0))) return tooMany(team.name)
  return steps.some(({ people }) => people < -1e-9) ? tooFew(team.name, difference.day) : null
}

function toChange({ change, count, day, rampUp, mentoring }: PeopleDifference): CapacityChange {
  if (change === 'leave') return { kind: 'leaves', on: day, share: count }
  return {
    kind: 'joins',
    on: day,
    share: count,
    ...(typeof rampUp === 'number' && { rampUpDays: calendarDays(rampUp) }),
    ...(typeof mentoring === 'number' && { mentoring: mentoring / 100 }),
  }
}

export const teamIsGone = (key: string): Words => ({
  en: `${key} is not there any more.`,
  de: `${key} gibt es nicht mehr.`,
})
const nobodyThere = (name: string): Words => ({
  en: `Nobody is recorded in ${name}, so it cannot be said what more or fewer people change.`,
  de: `In ${name} ist niemand verzeichnet, also lässt sich nicht sagen, was mehr oder weniger Menschen ändern.`,
})
const tooFew = (name: string, day: string): Words => ({
  en: `More people leave ${name} on ${day} than it has then.`,
  de: `Am ${day} gehen mehr Menschen aus ${name}, als es dann hat.`,
})
const tooMany = (name: string): Words => ({
  en: `${name} would be more than ${limits.factor} times as large; its pace of today says nothing about that.`,
  de: `${name} wäre mehr als ${limits.factor}-mal so groß; das heutige Tempo sagt darüber nichts.`,
})
