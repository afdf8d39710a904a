import type { Evidence } from './evidence.ts'
import { changesPerPerson } from './knowledge-spread.ts'
import type { Scope } from './measure.ts'
import { peopleBand, type PeopleBand } from './people-band.ts'
import { peopleChanges } from './people-changes.ts'
import { headFilesIn } from './scope-files.ts'
import { scopeTruckFactor } from './truck-factor.ts'
import { lastDays } from './windows.ts'

export interface ComponentFacts {
  readonly name: string
  readonly paths: readonly string[]
  /** Files at the head, generated ones included. */
  readonly files: number
  /** Changes of the last 365 days that people made. */
  readonly changes365: number
  readonly people365: PeopleBand
  /** Null where no file has an author, and in a shallow clone. */
  readonly truckFactor: number | null
  /** True for a truck factor of 1. */
  readonly keyPersonRisk: boolean
}

/** What is told of every component, in the order of `Evidence.components`. */
export function componentFacts(evidence: Evidence): ComponentFacts[] {
  const year = lastDays(evidence.asOf, 365)
  return evidence.components.map(({ name, paths }) => {
    const scope: Scope = { kind: 'component', name }
    const files = headFilesIn(evidence, scope)
    const { commits } = peopleChanges(evidence, scope, year)
    const { factor } = evidence.boundaryCommits > 0 ? { factor: null } : scopeTruckFactor(evidence, scope)
    return {
      name,
      paths,
      files: files.length,
      changes365: commits.length,
      people365: peopleBand(changesPerPerson(evidence, commits).length),
      truckFactor: factor,
      keyPersonRisk: factor === 1,
    }
  })
}
