import { createHash } from 'node:crypto'
import type { Kernel, OperationContext } from '#kernel'
import { identityKeys } from '../git/identity-keys.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { readCommits, type CommitReading } from '../git/read-commits.ts'
import { readableAgain } from '../git/readable-again.ts'
import { joinReleases, readReleases, type RawRelease } from '../git/read-releases.ts'
import { readState, type RepositoryState } from '../git/read-state.ts'
import { readTree } from '../git/read-tree.ts'
import { gitText } from '../git/run-git.ts'
import type { ReadCommit } from '../history/commit-fact.ts'
import { countHistory } from '../history/count-history.ts'
import type { History, TreeFile } from '../history/history.ts'
import { loadTags } from './load-files.ts'
import { loadCommits } from './load-commits.ts'
import type { StoredSummary } from './tables.ts'
import { rememberCommits, rememberedCommits, rememberedHistory } from './remembered-commits.ts'
import { readLayout, type Layout } from '../git/read-layout.ts'
import { assertThere, openReading, showReading, type OpenReading } from './readings.ts'
import { batches } from './batches.ts'
import type { ReadingKey } from './reading-key.ts'
import { inSlices } from './in-slices.ts'
import { loadBots } from './load-bots.ts'
import { enterPhase, tellProgress } from './scan-state.ts'
import { storableText } from './storable-text.ts'
import { writeCommits } from './write-commits.ts'
import { prepareTree } from './prepare-tree.ts'
import { writeDifference } from './write-files.ts'
import { outOfReach, prepareReach, writeReach } from './write-reach.ts'
import { noTags, prepareTags, writeTags } from './write-tags.ts'

/** Commits and changes, as rows. */
const mostPerBatch = 1600

/**
 * Reads the commits that are new, then tags and the head's files, and shows them all at once. Gives the number of new
 * commits. A process that dies in between has lost nothing and shows nothing by half.
 */
export async function gatherHistory(
  kernel: Kernel,
  repositoryId: string,
  source: GitRepository,
  signal: AbortSignal,
): Promise<number> {
  const { store } = kernel
  const state = await readState(source)
  await forgetIfRepaired(kernel, repositoryId, source)
  const { reading, bots } = await store.transaction(async (transaction) => {
    const listed = await loadBots(transaction, store.workspaceId)
    // Who is a bot is decided while reading: another list asks for another reading.
    const list = createHash('sha256').update(JSON.stringify(listed)).digest('hex')
    const rereadKey = `${state.rereadKey} ${list}`
    return {
      bots: listed,
      reading: await openReading(transaction, store.workspaceId, repositoryId, rereadKey),
    }
  })
  const { shown } = reading
  if (shown && shown.head === state.head && shown.refsKey === state.refsKey) return 0
  const unreadable = new Set<string>()
  let read = 0
  // Read beside the commits; what keeps git from it is told once they are stored.
  const files = readFiles(source, state.head)
  files.catch(() => {})
  if (state.head !== null && !reading.tips.includes(state.head)) {
    const known = reading.tips
    await enterPhase(kernel, repositoryId, { phase: 'history', done: 0, of: null, error: null })
    // Of a few new commits nobody wants to know how many are left, and each git that is started takes its time.
    const counting = shown ? Promise.resolve(null) : countNew(source, state.head, known)
    const identityKey = identityKeys(store.workspaceKey)
    const commits = readCommits(source, { head: state.head, known, identityKey, bots, signal })
    read = await storeCommits(kernel, repositoryId, reading, commits, counting)
    for (const { commit } of commits.report.unreadable) unreadable.add(commit)
  }
  signal.throwIfAborted()
  const sameTags = shown?.refsKey === state.refsKey
  await finish(kernel, reading.key, source, state, { unreadable, sameTags, files })
  return read
}

/** Lets everything be read anew where commits that could not be read can be now. */
async function forgetIfRepaired(kernel: Kernel, repositoryId: string, source: GitRepository): Promise<void> {
  const { store } = kernel
  const damaged = await store.database
    .selectFrom('git_reading')
    .select(['reading', 'unreadable'])
    .where('workspace_id', '=', store.workspaceId)
    .where('repository_id', '=', repositoryId)
    .where((each) => each(each.fn<number>('cardinality', ['unreadable']), '>', 0))
    .execute()
  for (const { reading, unreadable } of damaged) {
    if (!(await readableAgain(source, unreadable))) continue
    await store.transaction(async (transaction) => {
      await transaction
        .updateTable('git_reading')
        .set({ reread_key: 'repaired' })
        .where((each) => each.and({ workspace_id: store.workspaceId, repository_id: repositoryId, reading }))
        .execute()
    })
  }
}

async function countNew(source: GitRepository, head: string, known: readonly string[]): Promise<number> {
  const input = [head, ...known.map((hash) => `^${hash}`)].map((line) => `${line}\n`).join('')
  return Number(await gitText(source, ['rev-list', '--count', '--ignore-missing', '--stdin'], { input }))
}

async function storeCommits(
  kernel: Kernel,
  repositoryId: string,
  reading: OpenReading,
  commits: CommitReading,
  counting: Promise<number | null>,
): Promise<number> {
  let of: number | null = null
  counting.then(
    (count) => (of = count),
    // What kept git from counting keeps it from reading, too, and is told there.
    () => {},
  )
  const writing = batches(kernel.store, mostPerBatch)
  let batch: ReadCommit[] = []
  let rows = 0
  let next = reading.next
  const store = async () => {
    const [facts, count] = [batch, rows]
    batch = []
    rows = 0
    const written = await writing.write(count, async (transaction) => {
      await assertThere(transaction, reading.key)
      const fresh = reading.next === 0 ? facts : await withoutStored(transaction, reading.key, facts)
      await writeCommits(transaction, reading.key, next, fresh)
      return fresh
    })
    rememberCommits(reading.key, next, written)
    next += written.length
    tellProgress(kernel, repositoryId, 'history', next - reading.next, of)
  }
  for await (const fact of commits) {
    batch.push(fact)
    // A commit is a row with twice as many columns, and looked for beforehand.
    rows += 4 + fact.changes.length
    if (rows >= writing.rows) await store()
  }
  if (batch.length > 0) await store()
  return next - reading.next
}

/** After a force-push some of what git tells was read before. */
async function withoutStored(
  transaction: OperationContext['transaction'],
  key: ReadingKey,
  facts: readonly ReadCommit[],
): Promise<readonly ReadCommit[]> {
  const stored = await transaction
    .selectFrom('git_commit')
    .select('hash')
    .where((each) => each.and({ ...key }))
    .where(
      'hash',
      'in',
      facts.map((fact) => fact.hash),
    )
    .execute()
  if (stored.length === 0) return facts
  const known = new Set(stored.map((row) => row.hash))
  return facts.filter((fact) => !known.has(fact.hash))
}

async function readFiles(source: GitRepository, head: string | null) {
  const tree = head === null ? [] : await readTree(source, head)
  return { tree, layout: await readLayout(source, tree) }
}

async function finish(
  kernel: Kernel,
  key: ReadingKey,
  source: GitRepository,
  state: RepositoryState,
  known: {
    readonly unreadable: ReadonlySet<string>
    readonly sameTags: boolean
    readonly files: ReturnType<typeof readFiles>
  },
): Promise<void> {
  const { unreadable, sameTags } = known
  const [{ tree, layout }, releases] = await Promise.all([
    known.files,
    sameTags ? loadTags(kernel.store.database, key) : readReleases(source),
  ])
  const { store } = kernel
  const { history, outside } = await historyOf(kernel, key, state.head, tree)
  const summary = summaryOf(history, releases)
  // What takes long comes first and is seen by nobody; then all is shown at once.
  const files = await prepareTree(store, key, tree)
  const reach = await prepareReach(store, key, outside)
  const tags = sameTags ? noTags : await prepareTags(store, key, releases)
  await store.transaction(async (transaction) => {
    await assertThere(transaction, key)
    const before = await transaction
      .selectFrom('git_reading')
      .select('unreadable')
      .where((each) => each.and({ ...key }))
      .executeTakeFirstOrThrow()
    await transaction
      .updateTable('git_reading')
      .set({
        ...readingValues(source, state, layout),
        tree: files.tree,
        summary: JSON.stringify(summary),
        unreadable: [...new Set([...before.unreadable, ...unreadable])].slice(0, 200),
        read_at: kernel.clock(),
      })
      .where((each) => each.and({ ...key }))
      .execute()
    await writeTags(transaction, key, tags)
    await writeReach(transaction, key, reach)
    await writeDifference(transaction, key, files)
    await showReading(transaction, key)
  })
}

async function historyOf(kernel: Kernel, key: ReadingKey, head: string | null, tree: readonly TreeFile[]) {
  const commits = rememberedCommits(key)
  await loadCommits(kernel.store.database, key, commits)
  const history = await inSlices(rememberedHistory(key, commits, head, tree))
  return { history, outside: outOfReach(commits, history) }
}

/** The counts that the list of repositories tells, so that it need not hold every history in memory. */
function summaryOf(history: History, releases: readonly RawRelease[]): StoredSummary {
  return {
    ...countHistory(history),
    commits: history.length,
    releases: joinReleases(releases, history, Number.POSITIVE_INFINITY).length,
    files: history.filesAtHead.length,
  }
}

function readingValues(source: GitRepository, state: RepositoryState, layout: Layout) {
  return {
    head: state.head,
    branch: state.branch,
    refs_key: state.refsKey,
    shallow: source.shallow,
    boundary_commits: state.boundary.length,
    partial: source.partial,
    components: JSON.stringify(
      layout.components.map(({ name, paths }) => ({
        name: storableText(name),
        paths: paths.map(storableText),
      })),
    ),
    generated: layout.generated.map(storableText),
  }
}
