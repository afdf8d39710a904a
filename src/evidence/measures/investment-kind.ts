import { commitKinds, type CommitKind } from '../history/commit-fact.ts'
import { hasFlag } from '../history/history.ts'
import type { Evidence } from './evidence.ts'
import { oncePerParts } from './once-per-parts.ts'
import { pathSort, type PathSort } from './path-sort.ts'
import { commitsOfDelivered, filesOfDelivered, isDeliveredByBots } from './scope-changes.ts'

/** What a delivered change was made for. */
export type InvestmentKind = (typeof investmentKinds)[number]

export const investmentKinds = [
  'feature',
  'foundation',
  'reliability',
  'learning',
  'upkeep',
  'unclassified',
] as const

// Of several types in one delivered change the first of these decides, as a release tool would number it by them:
// a feature's own fixes and tests belong to the feature.
const precedence: readonly InvestmentKind[] = ['feature', 'reliability', 'foundation', 'learning', 'upkeep']

/**
 * What the type of a Conventional Commit stands for. New ability is feature; keeping a promise that was made already
 * (mending, taking back, being fast enough, testing) is reliability; what makes later work easier is foundation; what
 * has to be done to stand still is upkeep. No type announces learning: it needs a bet or a label.
 */
const kindOfType: Readonly<Record<CommitKind, InvestmentKind>> = {
  feat: 'feature',
  fix: 'reliability',
  revert: 'reliability',
  perf: 'reliability',
  test: 'reliability',
  refactor: 'foundation',
  ci: 'foundation',
  build: 'upkeep',
  docs: 'upkeep',
  chore: 'upkeep',
  style: 'upkeep',
}

/** What a change stands for that announces nothing and touches paths of one sort only. */
const kindOfSort: Readonly<Record<PathSort, InvestmentKind>> = {
  tests: 'reliability',
  ci: 'foundation',
  docs: 'upkeep',
  dependencies: 'upkeep',
}

/**
 * The kind of a delivered change as far as git alone tells: what bots deliver is upkeep, coding agents not among them;
 * else the types that its commits announce; else its paths, when all are of one sort; else unclassified.
 */
export function investmentKind(evidence: Evidence, delivered: number): InvestmentKind {
  const { history } = evidence
  const commits = commitsOfDelivered(evidence, delivered)
  const assisted = commits.some((commit) => hasFlag(history, commit, 'assisted'))
  if (!assisted && isDeliveredByBots(evidence, delivered)) return 'upkeep'

  // The squash or merge speaks for what it brings, where it says anything.
  const own = announced(evidence, delivered)
  if (own !== null) return own
  const kinds = new Set(Array.from(commits, (commit) => announced(evidence, commit)))
  return precedence.find((kind) => kinds.has(kind)) ?? kindByPaths(evidence, delivered)
}

function announced({ history }: Evidence, commit: number): InvestmentKind | null {
  const type = commitKinds[(history.kind[commit] ?? 0) - 1]
  return type === undefined ? null : kindOfType[type]
}

const sortsOfFiles = oncePerParts([], ({ history }) => history.files.map(pathSort))

function kindByPaths(evidence: Evidence, delivered: number): InvestmentKind {
  const sorts = sortsOfFiles(evidence)
  const found = new Set(Array.from(filesOfDelivered(evidence, delivered), (file) => sorts[file] ?? null))
  const [only] = found
  return found.size === 1 && only !== null && only !== undefined ? kindOfSort[only] : 'unclassified'
}
