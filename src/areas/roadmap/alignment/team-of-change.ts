import { dayOf } from '#evidence/facts/day-of.ts'
import type { DeliveredChange } from '#evidence/facts/delivered-changes.ts'

/** That a team owned a component from one day to another, both included; null where it goes on. */
export interface Ownership {
  readonly team: string
  readonly repository: string
  readonly component: string
  readonly from: string
  readonly until: string | null
}

/** The teams that owned, on the day of a change, a component that it touched: facts come to teams in no other way. */
export function teamsOfChanges(
  ownerships: readonly Ownership[],
): (change: Pick<DeliveredChange, 'repository' | 'components' | 'at'>) => readonly string[] {
  const byRepository = new Map(
    [...Map.groupBy(ownerships, ({ repository }) => repository)].map(([repository, own]) => [
      repository,
      Map.groupBy(own, ({ component }) => component),
    ]),
  )
  return ({ repository, components, at }) => {
    const owned = byRepository.get(repository.name)
    if (!owned) return []
    const day = dayOf(at)
    const teams: string[] = []
    for (const component of components)
      for (const { team, from, until } of owned.get(component) ?? [])
        if (from <= day && (until === null || day <= until) && !teams.includes(team)) teams.push(team)
    return teams.sort()
  }
}
