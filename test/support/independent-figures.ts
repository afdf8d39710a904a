import {
  changesByPath,
  git,
  lines,
  pathsAtHead,
  plainHistory,
  type PlainCommit,
} from './independent-history.ts'

// A second calculation of what a scan answers, from plain git and the definitions alone. It shares no code with the
// engine: where the two differ, one of them has misread the definition.

const dayOfSeconds = 86_400
const weekOfSeconds = 7 * dayOfSeconds

export function independentFigures(path: string) {
  const history = plainHistory(path)
  const asOf = Number(git(path, 'log', '-1', '--format=%ct').trim())
  const byPath = changesByPath(path, history)
  return {
    commits: Number(git(path, 'rev-list', '--count', 'HEAD')),
    merges: Number(git(path, 'rev-list', '--count', '--merges', 'HEAD')),
    people: new Set(history.flatMap(({ humans }) => humans)).size,
    bots: new Set(history.filter(isByBot).map(({ author }) => author)).size,
    files: pathsAtHead(path).length,
    releases: releasesOf(path).map(({ tag }) => tag),
    deploymentFrequency: deploymentFrequency(path, asOf),
    leadTimeHours: leadTimeHours(path, asOf),
    changesAtHead: changesAtHead(byPath, asOf),
    binary: binaryFiles(path),
    complexity: (file: string) => complexity(git(path, 'show', `HEAD:${file}`)),
    coupling: coupling(history, byPath, asOf),
    truckFactor: truckFactor(history, byPath),
    throughput: throughput(history, asOf),
    batchSizes: batchSizes(history, asOf),
    ageInDays: [...byPath]
      .filter(([file]) => !isGenerated(file))
      .map(([, changes]) => {
        const last = changes.at(-1)?.commit.committed ?? Number.NaN
        return Math.max(0, (asOf - last) / dayOfSeconds)
      }),
  }
}

/** The only generated files of the histories compared. */
export function isGenerated(file: string): boolean {
  return /(^|\/)(yarn\.lock|package-lock\.json)$/.test(file)
}

/** The value below which at least that share of the sorted values lies. */
export function nearestRank(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}

const isByBot = (commit: PlainCommit) => !commit.humans.includes(commit.author)
const isByHuman = (commit: PlainCommit) => commit.humans.length > 0
const isMerge = (commit: PlainCommit) => commit.parents.length > 1

function releasesOf(path: string) {
  const format =
    '%(refname:strip=2)%09%(objecttype)%09%(taggerdate:unix)%09%(committerdate:unix)%09%(objectname)%09%(*objectname)'
  const releases = lines(git(path, 'for-each-ref', '--merged=HEAD', `--format=${format}`, 'refs/tags'))
    .map((line) => {
      const [tag = '', type, tagged, committed, object = '', peeled = ''] = line.split('\t')
      const [, version = '', prerelease] = /^(?:.*[^\d.])??v?(\d+(?:\.\d+){1,3})(-.+)?$/.exec(tag) ?? []
      return {
        tag,
        version,
        prerelease: prerelease !== undefined,
        at: Number(type === 'tag' ? tagged : committed),
        commit: type === 'tag' ? peeled : object,
      }
    })
    .filter(({ version }) => version !== '')
  // Two tags on one commit are one release: a final one before a pre-release, then the higher version.
  const sorted = releases.sort(
    (a, b) =>
      Number(a.prerelease) - Number(b.prerelease) ||
      b.version.localeCompare(a.version, 'en', { numeric: true }) ||
      (a.tag < b.tag ? -1 : 1),
  )
  return sorted
    .filter(({ commit }, index, all) => all.findIndex((other) => other.commit === commit) === index)
    .sort((a, b) => a.at - b.at)
}

/** The thirteen full ISO weeks, Monday to Sunday in UTC, before the week of the instant. */
function fullWeeks(asOf: number): { from: number; to: number } {
  const monday = new Date(asOf * 1000)
  monday.setUTCHours(0, 0, 0, 0)
  while (monday.getUTCDay() !== 1) monday.setUTCDate(monday.getUTCDate() - 1)
  const to = monday.getTime() / 1000
  return { from: to - 13 * weekOfSeconds, to }
}

function deploymentFrequency(path: string, asOf: number) {
  const { from, to } = fullWeeks(asOf)
  const deployments = releasesOf(path).filter(({ prerelease, at }) => !prerelease && at >= from && at < to)
  const counts = Array.from({ length: 13 }, () => 0)
  for (const { at } of deployments) counts[Math.floor((at - from) / weekOfSeconds)]! += 1
  return { median: nearestRank(counts, 0.5), count: deployments.length }
}

/** For each change first contained in a release of the window, by asking git what the earlier ones do not reach. */
function leadTimeHours(path: string, asOf: number): number[] {
  const { from, to } = fullWeeks(asOf)
  const releases = releasesOf(path).filter(({ prerelease }) => !prerelease)
  return releases.flatMap(({ at, commit }, index) => {
    if (index === 0 || at < from || at >= to) return []
    const earlier = releases.slice(0, index).map((release) => `^${release.commit}`)
    return lines(git(path, 'log', '--no-merges', '--format=%at', commit, ...earlier)).map(
      (authored) => (at - Number(authored)) / 3600,
    )
  })
}

const isInYear = (asOf: number) => (commit: PlainCommit) =>
  commit.committed > asOf - 365 * dayOfSeconds && commit.committed <= asOf

function changesAtHead(byPath: ReturnType<typeof changesByPath>, asOf: number): Map<string, number> {
  const isCounted = (commit: PlainCommit) => isInYear(asOf)(commit) && isByHuman(commit)
  return new Map(
    [...byPath].map(([path, changes]) => [path, changes.filter(({ commit }) => isCounted(commit)).length]),
  )
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** Files at the head that git counts no lines of. */
function binaryFiles(path: string): Set<string> {
  const counted = git(path, 'diff', '--numstat', '--no-renames', '-z', emptyTree, 'HEAD').split('\0')
  return new Set(counted.flatMap((line) => (line.startsWith('-\t-\t') ? [line.slice(4)] : [])))
}

/** Sum of the levels of all lines that are not blank; a level is a tab or the most common step of spaces. */
function complexity(text: string): number {
  const written = text.split('\n').filter((line) => line.trim() !== '')
  const indents = written.map((line) => /^[ \t]*/.exec(line)?.[0] ?? '')
  const steps = new Map<number, number>()
  indents.forEach((indent, index) => {
    const before = indents[index - 1] ?? ''
    const step = indent.length - before.length
    if (step > 1 && step <= 8 && !`${indent}${before}`.includes('\t'))
      steps.set(step, (steps.get(step) ?? 0) + 1)
  })
  const [step = 4] = [...steps].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? []
  return indents.reduce((sum, indent) => {
    const tabs = indent.split('\t').length - 1
    return sum + tabs + Math.floor((indent.length - tabs) / step)
  }, 0)
}

/** Pairs as `a\tb` with degree, shared and mean changes, by the defaults of code-maat, over the last 365 days. */
function coupling(history: readonly PlainCommit[], byPath: ReturnType<typeof changesByPath>, asOf: number) {
  const counted = history.filter(
    (commit) => isInYear(asOf)(commit) && isByHuman(commit) && !isMerge(commit) && commit.files.length <= 30,
  )
  const filesOf = new Map(counted.map((commit): [string, string[]] => [commit.hash, []]))
  for (const [path, changes] of byPath) for (const { commit } of changes) filesOf.get(commit.hash)?.push(path)
  const changes = new Map<string, number>()
  const shared = new Map<string, number>()
  for (const files of filesOf.values()) {
    const each = [...new Set(files)].sort()
    for (const [index, a] of each.entries()) {
      changes.set(a, (changes.get(a) ?? 0) + 1)
      for (const b of each.slice(index + 1)) shared.set(`${a}\t${b}`, (shared.get(`${a}\t${b}`) ?? 0) + 1)
    }
  }
  const pairs = [...shared].map(([pair, both]) => {
    const [a = '', b = ''] = pair.split('\t')
    const [ofA, ofB] = [changes.get(a) ?? 0, changes.get(b) ?? 0]
    return {
      pair,
      ofA,
      ofB,
      shared: both,
      averageChanges: (ofA + ofB) / 2,
      degree: (both / ((ofA + ofB) / 2)) * 100,
    }
  })
  return pairs.filter(
    ({ ofA, ofB, shared: both, degree }) => ofA >= 5 && ofB >= 5 && both >= 5 && degree >= 30,
  )
}

/** Avelino et al. 2016, bots left out: making a file is no further change of it, deleting it neither. */
function truckFactor(
  history: readonly PlainCommit[],
  byPath: ReturnType<typeof changesByPath>,
): number | null {
  const authorsByFile = [...byPath.values()].map(authorsOf)
  const filesByPerson = new Map<string, number>()
  const changesByPerson = new Map<string, number>()
  for (const authors of authorsByFile)
    for (const person of authors) filesByPerson.set(person, (filesByPerson.get(person) ?? 0) + 1)
  for (const changes of byPath.values()) {
    const pairs = new Set<string>()
    for (const { commit, status } of changes) {
      for (const person of commit.humans) {
        // Made counts once a file and person, each further change for itself.
        if (status === 'A' && pairs.has(person)) continue
        if (status === 'A') pairs.add(person)
        changesByPerson.set(person, (changesByPerson.get(person) ?? 0) + 1)
      }
    }
  }
  const inTime = [...history].sort((a, b) => a.committed - b.committed)
  const arrival = [...new Set(inTime.flatMap(({ humans }) => humans))]
  const queue = [...filesByPerson.keys()].sort(
    (a, b) =>
      (filesByPerson.get(b) ?? 0) - (filesByPerson.get(a) ?? 0) ||
      (changesByPerson.get(b) ?? 0) - (changesByPerson.get(a) ?? 0) ||
      arrival.indexOf(a) - arrival.indexOf(b),
  )
  if (queue.length === 0) return null
  const gone = new Set<string>()
  const covered = () => authorsByFile.filter((authors) => authors.some((person) => !gone.has(person))).length
  while (gone.size < queue.length && covered() * 2 >= authorsByFile.length) gone.add(queue[gone.size] ?? '')
  const most = filesByPerson.get(queue[0] ?? '') ?? 0
  return [...gone].filter((person) => (filesByPerson.get(person) ?? 0) * 10 >= most).length
}

function authorsOf(changes: readonly { commit: PlainCommit; status: string }[]): string[] {
  const people = [...new Set(changes.flatMap(({ commit }) => commit.humans))]
  const made = new Set(changes.filter(({ status }) => status === 'A').flatMap(({ commit }) => commit.humans))
  const further = changes.filter(({ commit, status }) => status !== 'A' && commit.humans.length > 0)
  const degrees = people.map((person) => {
    const own = further.filter(({ commit }) => commit.humans.includes(person)).length
    const others = further.length - own
    return {
      person,
      degree: 3.293 + (made.has(person) ? 1.098 : 0) + 0.164 * own - 0.321 * Math.log(1 + others),
    }
  })
  const highest = Math.max(...degrees.map(({ degree }) => degree))
  return degrees
    .filter(({ person, degree }) => degree > 0.75 * highest && (degree >= 3.293 || made.has(person)))
    .map(({ person }) => person)
}

/** Commits of the first-parent line committed in the window, each with what only it brought in. */
function deliveredIn(history: readonly PlainCommit[], asOf: number): PlainCommit[][] {
  const { from, to } = fullWeeks(asOf)
  const byHash = new Map(history.map((commit) => [commit.hash, commit]))
  const line: PlainCommit[] = []
  for (let at = history.at(-1); at !== undefined; at = byHash.get(at.parents[0] ?? '')) line.unshift(at)
  const delivered = new Set<string>()
  const bring = (hash: string): PlainCommit[] => {
    const commit = byHash.get(hash)
    if (commit === undefined || delivered.has(hash)) return []
    delivered.add(hash)
    return [...commit.parents.flatMap(bring), commit]
  }
  return line
    .map((commit) => bring(commit.hash))
    .filter((brought) => {
      const { committed = Number.NaN } = brought.at(-1) ?? {}
      return committed >= from && committed < to
    })
}

function throughput(history: readonly PlainCommit[], asOf: number): number {
  return deliveredIn(history, asOf).length / (13 * 5)
}

/** Number of files of each delivered change; a renamed file is one. */
function batchSizes(history: readonly PlainCommit[], asOf: number): number[] {
  return deliveredIn(history, asOf).map((brought) => {
    const names = new Set<string>()
    // Oldest first, so that a file is known by its last name.
    for (const [status, after, before] of brought.flatMap(({ files }) => files)) {
      if (status === 'R') names.delete(before)
      names.add(after)
    }
    return names.size
  })
}
