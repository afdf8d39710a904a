import { Refusal, type Kernel } from '#kernel'
import { watchRepository, type RepositoryWatch } from '../git/watch-repository.ts'
import { askForScan } from './ask-for-scan.ts'
import { evidenceSettings } from './evidence-settings.ts'
import { forgetEvidence } from './load-evidence.ts'
import { openRead, removeOrphanClone } from './open-source.ts'

/** How often repositories on other machines are asked for what is new. */
const fetchEvery = 10 * 60_000

/**
 * Scans a local repository within a moment of every commit, branch or tag, and one from an address every ten minutes;
 * those that were already listed at once. Ends what belongs to a repository that is removed.
 */
export function watchRepositories(kernel: Kernel): { stop(): void } {
  const watches = new Map<string, { close(): void }>()
  const asked = new Set<string>()
  let stopped = false

  async function follow() {
    const rows = await kernel.store.database
      .selectFrom('repository')
      .select(['id', 'source_kind'])
      .where('workspace_id', '=', kernel.store.workspaceId)
      .execute()
    const listed = new Set(rows.map((row) => row.id))
    for (const [id, watch] of watches) {
      if (listed.has(id)) continue
      watch.close()
      watches.delete(id)
      forgetEvidence(id)
      await removeOrphanClone(kernel, id)
    }
    for (const { id, source_kind: kind } of rows) {
      if (stopped || watches.has(id)) continue
      const watch = kind === 'url' ? fetchInTurn(kernel, id) : await watchFolder(kernel, id)
      if (watch) watches.set(id, watch)
      if (watch && stopped) watch.close()
      // Also where it could not be watched until now: what changed in the meantime was told by nobody.
      if (watch || !asked.has(id)) await scanSoon(kernel, id)
      asked.add(id)
    }
  }

  const following = serially(() => follow().catch((error: unknown) => tellBug(kernel, error)))
  const stopListening = evidenceSettings(kernel).changes.listen((id, what) => {
    if (what === 'removed' || !watches.has(id)) following()
  })
  following()
  // Where several processes share a database, another one may add or remove a repository.
  const timer = setInterval(following, 30_000)
  timer.unref()
  return {
    stop() {
      stopped = true
      clearInterval(timer)
      stopListening()
      for (const watch of watches.values()) watch.close()
    },
  }
}

/** Null where it cannot be read now: its scan tells why, and each later scan looks again. */
async function watchFolder(kernel: Kernel, id: string): Promise<RepositoryWatch | null> {
  try {
    const repository = await openRead(kernel, id, new AbortController().signal)
    if (!repository) return null
    const watch = watchRepository(repository, { onChange: () => void scanSoon(kernel, id) })
    // A scan that began before the first look could miss what the look already takes for known.
    await watch.ready
    return watch
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function fetchInTurn(kernel: Kernel, id: string) {
  const timer = setInterval(() => void scanSoon(kernel, id), fetchEvery)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

async function scanSoon(kernel: Kernel, id: string): Promise<void> {
  const { jobs, store } = kernel
  if (!jobs) return
  try {
    await jobs.ready
    const afterCommit: (() => void)[] = []
    await store.transaction((transaction) =>
      askForScan(
        { transaction, workspaceId: store.workspaceId, jobs: jobs.inside(transaction, afterCommit) },
        id,
      ),
    )
    for (const act of afterCommit) act()
  } catch (error) {
    tellBug(kernel, error)
  }
}

function tellBug(kernel: Kernel, error: unknown) {
  kernel.log({ id: crypto.randomUUID(), where: 'watching repositories', error })
}

/** Runs the work again after each call, though never twice at once. */
function serially(work: () => Promise<void>): () => void {
  let running = false
  let again = false
  return function run() {
    if (running) {
      again = true
      return
    }
    running = true
    again = false
    void work().then(() => {
      running = false
      if (again) run()
    })
  }
}
