import type { Kernel } from '#kernel'
import { countLines, type CommitLines } from '../git/count-lines.ts'
import { generatedPatterns } from '../git/generated.ts'
import { lineSurvival } from '../git/line-survival.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { changesByPath } from '../history/changes-by-path.ts'
import { hasFlag } from '../history/history.ts'
import { fullWeeks, isWithin, lastDays } from '../measures/windows.ts'
import { loadOutside, type LoadedEvidence } from './load-evidence.ts'
import { openRead } from './open-source.ts'
import { isThere, raiseGeneration } from './readings.ts'
import { enterPhase, tellProgress } from './scan-state.ts'
import type { ReadingKey } from './reading-key.ts'
import {
  addSurvival,
  clearSurvival,
  writeLines,
  type CountedCommit,
  type SurvivalRow,
} from './write-lines.ts'

const batch = 100
const survivalRowsPerBatch = 1000
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
  const { reading, evidence, key } = loaded
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
  if (await kernel.store.transaction((transaction) => isThere(transaction, key)))
    await kernel.store.maintain()
}

/** Hashes of the commits of the window, and of those delivered in it however old they are, without counts yet. */
async function uncounted(kernel: Kernel, { key, columns, evidence }: LoadedEvidence): Promise<string[]> {
  const { history, asOf } = evidence
  const window = windowOf(asOf)
  const isIn = (commit: number) => isWithin(window, history.committedAt[commit] ?? Number.NaN)
  const counted = await kernel.store.database
    .selectFrom('git_line_count')
    .select('commit_number')
    .where((each) => each.and({ ...key }))
    .execute()
  const numbers = new Set(counted.map((row) => row.commit_number))
  return history.hashes.filter(
    (hash, commit) =>
      !hasFlag(history, commit, 'merge') &&
      (isIn(commit) || isIn(history.deliveredBy[commit] ?? commit)) &&
      !numbers.has(columns.indexOf(hash) ?? -1),
  )
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
  let counted: CountedCommit[] = []
  let done = 0
  const store = async () => {
    const commits = counted
    counted = []
    await kernel.store.transaction(async (transaction) => {
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
    if (counted.length >= batch) await store()
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
  // Nothing of it shows before there is a head that it was followed to; after that it changes all at once.
  if (reading.lines_head === null) await storeSurvival(kernel, key, rows)
  await kernel.store.transaction(async (transaction) => {
    if (!(await isThere(transaction, key))) return
    if (reading.lines_head !== null) {
      await clearSurvival(transaction, key)
      await addSurvival(transaction, key, rows)
    }
    await transaction
      .updateTable('git_reading')
      .set({ lines_head: history.head })
      .where((each) => each.and({ ...key }))
      .execute()
    await raiseGeneration(transaction, key)
  })
}

async function storeSurvival(kernel: Kernel, key: ReadingKey, rows: readonly SurvivalRow[]): Promise<void> {
  await kernel.store.transaction((transaction) => clearSurvival(transaction, key))
  for (let from = 0; from < rows.length; from += survivalRowsPerBatch) {
    await kernel.store.transaction(async (transaction) => {
      if (!(await isThere(transaction, key))) return
      await addSurvival(transaction, key, rows.slice(from, from + survivalRowsPerBatch))
    })
  }
}
