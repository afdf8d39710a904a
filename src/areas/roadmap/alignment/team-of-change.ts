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
  const byComponent = Map.groupBy(ownerships, ({ repository, component }) => nameOf(repository, component))
  return ({ repository, components, at }) => {
    const day = dayOf(at)
    const teams = components.flatMap((component) =>
      (byComponent.get(nameOf(repository.name, component)) ?? []).flatMap(({ team, from, until }) =>
        from <= day && (until === null || day <= until) ? [team] : [],
      ),
    )
    return [...new Set(teams)].sort()
  }
}

const nameOf = (repository: string, component: string) => JSON.stringify([repository, component])
