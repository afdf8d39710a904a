import { Refusal } from '#kernel/operation/refusal.ts'
import { hasFlag, peopleOf, type History } from '../history/history.ts'
import type { Scope } from './measure.ts'
import { oncePerParts, type Parts } from './once-per-parts.ts'

/** What tells the changes of a component. */
export type ComponentParts = Parts<'components' | 'componentOf' | 'repository'>

/** Changes (commits that are no merges) that touch the scope, as indexes, oldest first. */
export function changesIn(evidence: ComponentParts, scope: Scope): Int32Array {
  if (scope.kind !== 'component') return wholeHistory(evidence).changes
  return perComponent(evidence).changes[componentIndex(evidence, scope)] ?? new Int32Array(0)
}

/** Delivered changes that touch the scope, each as its commit on the first-parent line, oldest first. */
export function deliveredIn(evidence: ComponentParts, scope: Scope): Int32Array {
  if (scope.kind !== 'component') return evidence.history.delivered
  return perComponent(evidence).delivered[componentIndex(evidence, scope)] ?? new Int32Array(0)
}

/** The files a delivered change touched: those of all the commits it brought in, each once. */
export function filesOfDelivered(evidence: Parts<never>, delivered: number): ReadonlySet<number> {
  const { history } = evidence
  const { start, commits } = broughtIn(evidence)
  const files = new Set<number>()
  for (let at = start[delivered] ?? 0; at < (start[delivered + 1] ?? 0); at++) {
    const commit = commits[at] ?? 0
    const end = history.changeStart[commit + 1] ?? 0
    for (let change = history.changeStart[commit] ?? 0; change < end; change++) {
      files.add(history.changeFile[change] ?? -1)
    }
  }
  return files
}

/** The commits that a delivered change brought in, itself among them. */
export function commitsOfDelivered(evidence: Parts<never>, delivered: number): Int32Array {
  const { start, commits } = broughtIn(evidence)
  return commits.subarray(start[delivered], start[delivered + 1])
}

/** True when a delivered change holds nothing but what bots wrote. */
export function isDeliveredByBots(evidence: Parts<never>, delivered: number): boolean {
  return botsOnly(evidence)[delivered] === 1
}

// A merge speaks only for itself where nothing else came with it.
const botsOnly = oncePerParts([], (evidence) => {
  const { history } = evidence
  const answer = new Uint8Array(history.length)
  for (const delivered of history.delivered) {
    const commits = commitsOfDelivered(evidence, delivered)
    const changes = commits.filter((commit) => !hasFlag(history, commit, 'merge'))
    const all = (changes.length > 0 ? changes : commits).every((commit) => isByBots(history, commit))
    answer[delivered] = all ? 1 : 0
  }
  return answer
})

/** True for a commit that a bot made and no person had a hand in, not even as the co-author whom a squash names. */
export function isByBots(history: History, commit: number): boolean {
  if (!hasFlag(history, commit, 'bot')) return false
  return peopleOf(history, commit).every((person) => history.botPerson[person] === 1)
}

const broughtIn = oncePerParts([], ({ history }) => {
  const start = new Int32Array(history.length + 1)
  for (const delivered of history.deliveredBy) start[delivered + 1] = (start[delivered + 1] ?? 0) + 1
  for (let index = 0; index < history.length; index++)
    start[index + 1] = (start[index + 1] ?? 0) + (start[index] ?? 0)
  const commits = new Int32Array(history.length)
  const next = start.slice()
  for (let index = 0; index < history.length; index++) {
    const delivered = history.deliveredBy[index] ?? index
    const slot = next[delivered] ?? 0
    commits[slot] = index
    next[delivered] = slot + 1
  }
  return { start, commits }
})

const wholeHistory = oncePerParts([], ({ history }) => ({
  changes: Int32Array.from(history.flags.keys()).filter((commit) => !hasFlag(history, commit, 'merge')),
}))

const perComponent = oncePerParts(['components', 'componentOf'], (evidence) => {
  const { history, components } = evidence
  const counts = new Int32Array(components.length)
  eachTouched(evidence, (component) => (counts[component] = (counts[component] ?? 0) + 1))
  const changes = components.map((_, component) => new Int32Array(counts[component] ?? 0))
  counts.fill(0)
  eachTouched(evidence, (component, commit) => {
    const slot = counts[component] ?? 0
    const list = changes[component]
    if (list !== undefined) list[slot] = commit
    counts[component] = slot + 1
  })
  return {
    changes,
    delivered: changes.map((list) => sortedOnce(list.map((commit) => history.deliveredBy[commit] ?? commit))),
  }
})

/** Visits each component that a commit touches, once a commit and oldest first. A merge lists no changes. */
function eachTouched(
  { history, components, componentOf }: Parts<'components' | 'componentOf'>,
  visit: (component: number, commit: number) => void,
) {
  const touchedBy = new Int32Array(components.length).fill(-1)
  for (let commit = 0; commit < history.length; commit++) {
    const end = history.changeStart[commit + 1] ?? 0
    for (let change = history.changeStart[commit] ?? 0; change < end; change++) {
      const component = componentOf[history.changeFile[change] ?? -1] ?? -1
      if (component === -1 || touchedBy[component] === commit) continue
      touchedBy[component] = commit
      visit(component, commit)
    }
  }
}

function sortedOnce(commits: Int32Array): Int32Array {
  const sorted = commits.sort()
  return sorted.filter((commit, at) => commit !== sorted[at - 1])
}

/** Position of the component that a scope names; refuses one that the repository does not have. */
export function componentIndex(evidence: Parts<'components' | 'repository'>, scope: Scope): number {
  const index = componentsByName(evidence).get(scope.name)
  if (index !== undefined) return index
  throw new Refusal(
    'not-found',
    {
      en: `The repository ${evidence.repository} has no component ${scope.name}.`,
      de: `Das Repository ${evidence.repository} hat keine Komponente ${scope.name}.`,
    },
    {
      en: 'Ask for one of the components that are listed for the repository.',
      de: 'Frage nach einer der Komponenten, die beim Repository aufgeführt sind.',
    },
  )
}

// Of two components of one name the first counts.
const componentsByName = oncePerParts(
  ['components'],
  ({ components }) => new Map(components.map(({ name }, index) => [name, index] as const).reverse()),
)
