import { randomUUID } from 'node:crypto'
import type { Kernel } from '#kernel'
import { countLines, type CommitLines } from '../git/count-lines.ts'
import { generatedPatterns } from '../git/generated.ts'
import { lineSurvival } from '../git/line-survival.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { changesByPath } from '../history/changes-by-path.ts'
import { hasFlag } from '../history/history.ts'
import { fullWeeks, isWithin, lastDays } from '../measures/windows.ts'
import { batches } from './batches.ts'
import { clearOtherVersions } from './clear-leftovers.ts'
import { loadSurvival } from './load-files.ts'
import { loadOutside, type LoadedEvidence } from './load-evidence.ts'
import { openRead } from './open-source.ts'
import { isThere, raiseGeneration } from './readings.ts'
import { tidySoon } from './tidy-soon.ts'
import { enterPhase, tellProgress } from './scan-state.ts'
import type { ReadingKey } from './reading-key.ts'
import {
  addSurvival,
  removeSurvival,
  writeLines,
  type CountedCommit,
  type SurvivalRow,
} from './write-lines.ts'

const commitsPerBatch = 200
const survivalRowsPerBatch = 600
/** From so many commits on it is told how far the counting is. */
const many = 500
/** The longest window that can be asked for, and the one before it for the trend. */
const weeks = 104

/**
 * Counts the lines of the commits that measures can ask for and that have none yet, then follows what became of them
 * up to the head. Partial clones have none.
 */
export async function gatherLines(kernel: Kernel, repositoryId: string, signal: AbortSignal): Promise<void> {
  const source = await openRead(kernel, repositoryId, signal)
  if (source === null || source.partial) return
  const loaded = await loadOutside(kernel, repositoryId)
  const { reading, evidence } = loaded
  if (reading.head === null || reading.lines_head === reading.head) return
  const options = { exclude: generatedPatterns(reading.generated, evidence.history.files), signal }
  const open = await uncounted(kernel, loaded)
  const tells = open.length >= many
  if (tells)
    await enterPhase(kernel, repositoryId, { phase: 'lines', done: 0, of: open.length, error: null }, 'done')
  await storeCounts(kernel, loaded, countLines(source, open, options), (done) => {
    if (tells) tellProgress(kernel, repositoryId, 'lines', done, open.length)
  })
  await followLines(kernel, source, loaded, options)
  // Whoever asks next, perhaps for a commit that comes right now, need not wait for these rows.
  await loadOutside(kernel, repositoryId)
  if (!tells) return
  await enterPhase(
    kernel,
    repositoryId,
    { phase: 'done', done: open.length, of: open.length, error: null },
    'lines',
  )
  tidySoon(kernel)
}

/** Hashes of the commits of the window, and of those delivered in it however old they are, without counts yet. */
async function uncounted(kernel: Kernel, { key, columns, evidence }: LoadedEvidence): Promise<string[]> {
  const { history, asOf } = evidence
  const window = windowOf(asOf)
  const isIn = (commit: number) => isWithin(window, history.committedAt[commit] ?? Number.NaN)
  const numbers = await countedNumbers(kernel, key)
  return history.hashes.filter(
    (hash, commit) =>
      !hasFlag(history, commit, 'merge') &&
      (isIn(commit) || isIn(history.deliveredBy[commit] ?? commit)) &&
      !numbers.has(columns.indexOf(hash) ?? -1),
  )
}

/** Numbers of the commits that have counts, page by page. */
async function countedNumbers({ store }: Kernel, key: ReadingKey): Promise<Set<number>> {
  const numbers = new Set<number>()
  for (let from = 0; ;) {
    const rows = await store.database
      .selectFrom('git_line_count')
      .select('commit_number')
      .where((each) => each.and({ ...key }))
      .where('commit_number', '>=', from)
      .orderBy('commit_number')
      .limit(2000)
      .execute()
    for (const { commit_number: number } of rows) numbers.add(number)
    const last = rows.at(-1)
    if (!last) return numbers
    from = last.commit_number + 1
  }
}

function windowOf(asOf: number) {
  return { from: fullWeeks(asOf, weeks).from, to: lastDays(asOf, 0).to }
}

async function storeCounts(
  kernel: Kernel,
  { key, columns }: LoadedEvidence,
  counting: AsyncIterable<CommitLines>,
  tell: (done: number) => void,
): Promise<void> {
  const writing = batches(kernel.store, commitsPerBatch)
  let counted: CountedCommit[] = []
  let done = 0
  const store = async () => {
    const commits = counted
    counted = []
    await writing.write(commits.length, async (transaction) => {
      if (await isThere(transaction, key)) await writeLines(transaction, key, commits)
    })
    done += commits.length
    tell(done)
  }
  for await (const { hash, counts } of counting) {
    const commit = columns.indexOf(hash)
    if (commit === undefined) continue
    const changes = changesByPath(columns, hash)
    const start = columns.changeStart.at(commit)
    const triples = counts.flatMap(([path, added, deleted]) => {
      const change = changes.get(path)
      return change === undefined ? [] : [change - start, added, deleted]
    })
    counted.push({ commit_number: commit, counts: triples })
    if (counted.length >= writing.rows) await store()
  }
  if (counted.length > 0) await store()
}

async function followLines(
  kernel: Kernel,
  source: GitRepository,
  { evidence, key, reading }: LoadedEvidence,
  options: { readonly exclude: readonly string[]; readonly signal: AbortSignal },
): Promise<void> {
  const { history, asOf } = evidence
  const survival = await lineSurvival(source, history, windowOf(asOf), options)
  const rows = survival
    .filter(({ file }) => file !== -1)
    .map(({ commit, file, added, deletedSoon, skewed }) => ({
      commit: history.hashes[commit] ?? '',
      path: history.files[file] ?? '',
      added,
      deleted_soon: deletedSoon,
      skewed: skewed ?? 0,
    }))
  if (history.head === null) return
  const { survival: shown } = reading
  const stored = shown === null ? [] : await loadSurvival(kernel.store.database, key, shown)
  const before = new Map(stored.map((row) => [keyOf(row), row]))
  const changed = rows.filter((row) => !isSame(before.get(keyOf(row)), row))
  for (const row of rows) before.delete(keyOf(row))
  const gone = [...before.values()]
  // Mostly a few rows change; else a whole version is written beside the one that is shown.
  const isSmall = shown !== null && changed.length + gone.length <= survivalRowsPerBatch
  const version = isSmall ? shown : randomUUID()
  if (!isSmall) await storeSurvival(kernel, key, version, rows)
  await kernel.store.transaction(async (transaction) => {
    if (!(await isThere(transaction, key))) return
    if (isSmall) {
      await removeSurvival(transaction, key, version, gone)
      await addSurvival(transaction, key, version, changed)
    }
    await transaction
      .updateTable('git_reading')
      .set({ lines_head: history.head, survival: version })
      .where((each) => each.and({ ...key }))
      .execute()
    await raiseGeneration(transaction, key)
  })
  // A process that died may have left one.
  await clearOtherVersions(kernel, key, version)
}

function keyOf({ commit, path }: SurvivalRow): string {
  return `${commit} ${path}`
}

function isSame(one: SurvivalRow | undefined, other: SurvivalRow): boolean {
  return one?.added === other.added && one.deleted_soon === other.deleted_soon && one.skewed === other.skewed
}

async function storeSurvival(
  kernel: Kernel,
  key: ReadingKey,
  version: string,
  rows: readonly SurvivalRow[],
): Promise<void> {
  const writing = batches(kernel.store, survivalRowsPerBatch)
  for (let from = 0, to = 0; from < rows.length; from = to) {
    to = from + writing.rows
    const piece = rows.slice(from, to)
    await writing.write(piece.length, async (transaction) => {
      if (await isThere(transaction, key)) await addSurvival(transaction, key, version, piece)
    })
  }
}
