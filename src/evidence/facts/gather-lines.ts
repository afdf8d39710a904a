import type { Kernel } from '#kernel'
import { countLines, type CommitLines } from '../git/count-lines.ts'
import { lineSurvival } from '../git/line-survival.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { generatedPatterns } from '../git/generated.ts'
import { fullWeeks, lastDays } from '../measures/windows.ts'
import { loadOutside, type LoadedEvidence } from './load-evidence.ts'
import { openRead } from './open-source.ts'
import { isThere, raiseGeneration } from './readings.ts'
import { writeLines, writeSurvival } from './write-lines.ts'

const batch = 500
/** The longest window that can be asked for, and the one before it for the trend. */
const survivalWeeks = 104

/** Counts the lines of all commits that have none yet, then follows those of the last windows. Partial clones have none. */
export async function gatherLines(kernel: Kernel, repositoryId: string, signal: AbortSignal): Promise<void> {
  const source = await openRead(kernel, repositoryId)
  if (source === null || source.partial) return
  const loaded = await loadOutside(kernel, repositoryId)
  const open = await uncounted(kernel, loaded)
  if (open.length === 0) return
  const exclude = generatedPatterns(loaded.reading.generated, loaded.evidence.history.files)
  await storeCounts(kernel, loaded, countLines(source, open, { exclude, signal }))
  await followWindow(kernel, source, loaded, { exclude, signal })
  if (open.length > batch) await kernel.store.maintain()
}

async function uncounted(kernel: Kernel, { key, evidence }: LoadedEvidence): Promise<string[]> {
  const rows = await kernel.store.database
    .selectFrom('git_commit')
    .select('hash')
    .where((each) => each.and({ ...key }))
    .where('lines_generation', 'is', null)
    .orderBy('number', 'desc')
    .execute()
  const reached = new Set(evidence.history.hashes)
  return rows.map((row) => row.hash).filter((hash) => reached.has(hash))
}

async function storeCounts(
  kernel: Kernel,
  { key }: LoadedEvidence,
  counting: AsyncIterable<CommitLines>,
): Promise<void> {
  let counted: CommitLines[] = []
  const store = async () => {
    const commits = counted.map(({ hash, counts }) => ({
      hash,
      counts: counts.map(([path, added, deleted]) => ({ path, added, deleted })),
    }))
    counted = []
    await kernel.store.transaction((transaction) => writeLines(transaction, key, commits))
  }
  for await (const commit of counting) {
    counted.push(commit)
    if (counted.length >= batch) await store()
  }
  if (counted.length > 0) await store()
}

async function followWindow(
  kernel: Kernel,
  source: GitRepository,
  { evidence, key }: LoadedEvidence,
  options: { readonly exclude: readonly string[]; readonly signal: AbortSignal },
): Promise<void> {
  const { history, asOf } = evidence
  const window = { from: fullWeeks(asOf, survivalWeeks).from, to: lastDays(asOf, 0).to }
  const survival = await lineSurvival(source, history, window, options)
  const rows = survival
    .filter(({ file }) => file !== -1)
    .map(({ commit, file, added, deletedSoon, skewed }) => ({
      commit: history.hashes[commit] ?? '',
      path: history.files[file] ?? '',
      added,
      deleted_soon: deletedSoon,
      skewed: skewed ?? 0,
    }))
  await kernel.store.transaction(async (transaction) => {
    if (!(await isThere(transaction, key))) return
    await writeSurvival(transaction, key, rows)
    await raiseGeneration(transaction, key)
  })
}
