import { authorship } from './authorship.ts'
import type { Evidence } from './evidence.ts'
import type { Scope } from './measure.ts'
import { oncePerParts } from './once-per-parts.ts'
import { seniority } from './people-changes.ts'
import { headFilesIn } from './scope-files.ts'

export interface TruckFactor {
  /** Null when no file has an author; 0 when fewer than half of the files have one from the start. */
  readonly factor: number | null
  /** Files that were looked at. */
  readonly files: number
  readonly filesWithAuthor: number
  /** The people counted, most files first. For inner use: they never leave the engine. */
  readonly people: readonly number[]
}

export interface TruckFactorOptions {
  /** True unless given. */
  readonly withGenerated?: boolean
}

/**
 * How many people have to leave until fewer than half of the files have an author left: the greedy heuristic of Avelino
 * et al. (ICPC 2016) with the rules of their reference tool (`PrunedGreedyTruckFactor`). The person with most files goes
 * first; of two with as many the one with more changes to the files, then the one who came first. At the end those with
 * fewer than a tenth of the first one's files are not counted.
 */
export function truckFactor(
  evidence: Evidence,
  files: Int32Array,
  { withGenerated = true }: TruckFactorOptions = {},
): TruckFactor {
  const looked = withGenerated ? files : files.filter((file) => evidence.generated[file] !== 1)
  const { filesOf, changesOf, authorsLeft, filesWithAuthor } = gather(evidence, looked)
  const rank = seniority(evidence)
  const queue = [...filesOf.keys()].sort(
    (a, b) =>
      (filesOf.get(b)?.length ?? 0) - (filesOf.get(a)?.length ?? 0) ||
      (changesOf.get(b) ?? 0) - (changesOf.get(a) ?? 0) ||
      (rank[a] ?? 0) - (rank[b] ?? 0),
  )

  let covered = filesWithAuthor
  const removed: number[] = []
  for (const person of queue) {
    if (covered * 2 < looked.length) break
    removed.push(person)
    for (const file of filesOf.get(person) ?? []) {
      const left = (authorsLeft.get(file) ?? 0) - 1
      authorsLeft.set(file, left)
      if (left === 0) covered--
    }
  }
  const most = filesOf.get(removed[0] ?? -1)?.length ?? 0
  const people = removed.filter((person) => (filesOf.get(person)?.length ?? 0) * 10 >= most)
  return { factor: queue.length === 0 ? null : people.length, files: looked.length, filesWithAuthor, people }
}

/** The truck factor of a scope's files at the head, reckoned once whatever as-of is. */
export function scopeTruckFactor(
  evidence: Evidence,
  scope: Scope,
  options: TruckFactorOptions = {},
): TruckFactor {
  const known = remembered(evidence)
  const key = JSON.stringify([scope.kind === 'component' ? scope.name : null, options.withGenerated ?? true])
  const answer = known.get(key) ?? truckFactor(evidence, headFilesIn(evidence, scope), options)
  known.set(key, answer)
  return answer
}

const remembered = oncePerParts(
  ['components', 'componentOf', 'generated', 'boundaryCommits'],
  () => new Map<string, TruckFactor>(),
)

function gather(evidence: Evidence, files: Int32Array) {
  const { start, person, changes, isAuthor } = authorship(evidence)
  const filesOf = new Map<number, number[]>()
  const changesOf = new Map<number, number>()
  const authorsLeft = new Map<number, number>()
  let filesWithAuthor = 0
  for (const file of files) {
    for (let pair = start[file] ?? 0; pair < (start[file + 1] ?? 0); pair++) {
      const who = person[pair] ?? 0
      changesOf.set(who, (changesOf.get(who) ?? 0) + (changes[pair] ?? 0))
      if (isAuthor[pair] !== 1) continue
      const others = authorsLeft.get(file) ?? 0
      if (others === 0) filesWithAuthor++
      authorsLeft.set(file, others + 1)
      const known = filesOf.get(who)
      if (known === undefined) filesOf.set(who, [file])
      else known.push(file)
    }
  }
  return { filesOf, changesOf, authorsLeft, filesWithAuthor }
}
