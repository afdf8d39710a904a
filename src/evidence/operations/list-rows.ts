import { z } from 'zod'
import { defineOperation } from '#kernel'
import { loadEvidence } from '../facts/load-evidence.ts'
import { componentFacts } from '../measures/component-facts.ts'
import { componentCouplings, couplings } from '../measures/coupling.ts'
import type { Evidence } from '../measures/evidence.ts'
import { iso } from '../measures/figure-shape.ts'
import { hotspots } from '../measures/hotspots.ts'
import { silentFiles } from '../measures/knowledge-silent-files.ts'
import { leadTimeDistribution, leadTimes } from '../measures/lead-times.ts'
import type { Scope, Window } from '../measures/measure.ts'
import { releaseRows } from '../measures/release-rows.ts'
import { fullWeeks } from '../measures/windows.ts'
import type {
  ComponentNameShape,
  ComponentShape,
  CouplingShape,
  HotspotShape,
  LeadTimeBucketShape,
  ReleaseShape,
  SilentFileShape,
  TableShape,
} from '../shape.ts'
import { assertMayRead } from './audience.ts'
import { scopeOf, scopeQuery } from './scope-query.ts'

const rowsOf = {
  'component-names': (evidence: Evidence): ComponentNameShape[] =>
    evidence.components.map(({ name }) => ({ name })),
  components: (evidence: Evidence): ComponentShape[] => componentFacts(evidence),
  hotspots: (evidence: Evidence, scope: Scope): HotspotShape[] =>
    hotspots(evidence, scope).map(({ file, path, changes, complexity, lines, score }) => ({
      path,
      component: componentName(evidence, file),
      changes,
      complexity,
      lines,
      score,
    })),
  coupling: (evidence: Evidence, scope: Scope): CouplingShape[] =>
    couplings(evidence, scope).map(({ fileA: _a, fileB: _b, ...pair }) => pair),
  'component-coupling': (evidence: Evidence): CouplingShape[] => componentCouplings(evidence),
  releases: (evidence: Evidence): ReleaseShape[] => releaseRows(evidence),
  'silent-files': (evidence: Evidence, scope: Scope): SilentFileShape[] =>
    silentFiles(evidence, scope).map(({ file, path, daysSinceLastChange }) => ({
      path,
      component: componentName(evidence, file),
      daysSinceLastChange,
    })),
  'lead-times': (evidence: Evidence, scope: Scope, window: Window): LeadTimeBucketShape[] =>
    leadTimeDistribution(leadTimes(evidence, scope, window)).map(({ from, to, changes }) => ({
      from,
      upTo: Number.isFinite(to) ? to : null,
      changes,
    })),
} as const satisfies Record<string, (evidence: Evidence, scope: Scope, window: Window) => object[]>

export type TableName = keyof typeof rowsOf

// Who knows what, even in bands and without names, is for leadership.
const leadershipTables = new Set<TableName>(['components', 'silent-files'])

/** Names of the tables that can be listed. */
export const tables = Object.keys(rowsOf) as TableName[] // the keys of this very object

/** The rows of one table about a repository or one of its components; none of them is about a person. */
export const listRows = defineOperation({
  name: 'evidence.table',
  input: scopeQuery.extend({
    table: z.enum(tables as [TableName, ...TableName[]]), // not empty: the object above is not
    limit: z.coerce.number().int().min(1).max(5000).default(500),
    offset: z.coerce.number().int().min(0).default(0),
    /** True for all rows, as an export has them. */
    whole: z.boolean().default(false),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, input): Promise<TableShape<object>> {
    assertMayRead(context.actor, leadershipTables.has(input.table) ? 'leadership' : 'company')
    const { evidence } = await loadEvidence(context, input.repository)
    const scope = scopeOf(evidence, input.component)
    const rows = rowsOf[input.table](evidence, scope, fullWeeks(evidence.asOf, input.weeks))
    return {
      asOf: iso(evidence.asOf),
      total: rows.length,
      rows: input.whole ? rows : rows.slice(input.offset, input.offset + input.limit),
    }
  },
})

function componentName({ components, componentOf }: Evidence, file: number): string {
  return components[componentOf[file] ?? -1]?.name ?? ''
}
