import { countHistory } from '../history/count-history.ts'
import { allMeasures } from '../measures/all-measures.ts'
import { componentFacts } from '../measures/component-facts.ts'
import { couplings } from '../measures/coupling.ts'
import type { Evidence } from '../measures/evidence.ts'
import { iso, toFigureShape } from '../measures/figure-shape.ts'
import { hotspots } from '../measures/hotspots.ts'
import type { Language, Measure, Scope } from '../measures/measure.ts'
import { releaseRows } from '../measures/release-rows.ts'
import type { FigureShape } from '../shape.ts'
import type { ScannedRepository, ScanReport } from './scan-report.ts'

export interface ReportOptions {
  readonly weeks: number
  /** Rows of each list; null for all. */
  readonly top: number | null
  /** Language of the reasons why there is no figure; English unless told. */
  readonly language?: Language
}

/** What is told of the repository that its evidence does not tell. */
export type Origin = Pick<ScannedRepository, 'path' | 'branch' | 'shallow' | 'partial' | 'unreadable'>

/** The report on one repository's evidence: the same evidence always gives the same report. */
export function toReport(evidence: Evidence, origin: Origin, options: ReportOptions): ScanReport {
  const { top } = options
  const wholeRepository: Scope = { kind: 'repository', name: evidence.repository }
  const rows = <Row>(list: readonly Row[]) => (top === null ? list : list.slice(0, top))
  return {
    schema: 1,
    repository: repositoryPart(evidence, origin),
    measures: allMeasures.flatMap((measure) => figuresOf(measure, evidence, options)),
    components: rows(componentFacts(evidence)),
    hotspots: rows(hotspots(evidence, wholeRepository)).map(({ path, changes, complexity, lines, score }) => {
      return { path, changes, complexity, lines, score }
    }),
    coupling: rows(couplings(evidence, wholeRepository)).map((pair) => {
      const { a, b, degree, shared, averageChanges, crossesComponents } = pair
      return { a, b, degree, shared, averageChanges, crossesComponents }
    }),
    releases: rows(releaseRows(evidence)),
  }
}

function repositoryPart({ history, releases, boundaryCommits }: Evidence, origin: Origin): ScannedRepository {
  const { path, branch, shallow, partial, unreadable } = origin
  const { merges, people, bots, firstCommitAt, lastCommitAt } = countHistory(history)
  return {
    path,
    head: history.head,
    branch,
    shallow,
    commits: history.length,
    merges,
    people,
    bots,
    firstCommitAt: firstCommitAt === null ? null : iso(firstCommitAt),
    lastCommitAt: lastCommitAt === null ? null : iso(lastCommitAt),
    releases: releases.length,
    files: history.filesAtHead.length,
    boundaryCommits,
    partial,
    unreadable,
  }
}

function figuresOf(
  measure: Measure,
  evidence: Evidence,
  { weeks, language = 'en' }: ReportOptions,
): FigureShape[] {
  const { asOf } = evidence
  const window = measure.window(asOf, weeks)
  const scopes: Scope[] = []
  if (measure.scopes.includes('repository')) scopes.push({ kind: 'repository', name: evidence.repository })
  else if (measure.scopes.includes('workspace')) scopes.push({ kind: 'workspace', name: evidence.repository })
  if (measure.scopes.includes('component'))
    scopes.push(...evidence.components.map(({ name }): Scope => ({ kind: 'component', name })))
  return scopes.map((scope) => {
    const figure = measure.compute(evidence, scope, window)
    return toFigureShape({ measure, scope, window, asOf }, figure, language)
  })
}
