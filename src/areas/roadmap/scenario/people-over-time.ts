import type { PlannedTeam } from '../plan/plan-shape.ts'

export interface PeopleStep {
  /** Null for the beginning. */
  readonly from: string | null
  /** Full-time jobs. */
  readonly people: number
}

/** How many full-time jobs a team has from which day on; nothing where nobody was ever recorded in it. */
export function peopleOverTime({ people, changes }: Pick<PlannedTeam, 'people' | 'changes'>): PeopleStep[] {
  if (people === null) return []
  const steps: PeopleStep[] = [{ from: null, people }]
  let now = people
  const byDay = Map.groupBy(changes, ({ on }) => on)
  for (const day of [...byDay.keys()].sort()) {
    for (const { kind, share } of byDay.get(day) ?? []) now += kind === 'joins' ? share : -share
    steps.push({ from: day, people: Math.round(now * 100) / 100 })
  }
  return steps
}
