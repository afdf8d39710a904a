import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { configureEvidence } from '#evidence/facts/evidence-settings.ts'
import { countRepositoryLines } from '#evidence/facts/count-repository-lines.ts'
import { gatherRepository } from '#evidence/facts/gather-repository.ts'
import { addRepository } from '#evidence/operations/add-repository.ts'
import { showRepository } from '#evidence/operations/list-repositories.ts'
import { useLauncher } from '#evidence/git/launcher/start-git.ts'
import { isInBackground } from '#kernel/store/background.ts'
import { Sessions } from '#kernel/store/pglite/sessions.ts'
import { createKernel, openStore, perform, startJobs, type Kernel, type Store } from '#kernel'
import type { BenchReport } from '../bench-report.ts'
import { generatedWorkspace } from '../generated-workspace.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { subjectOf } from '../subject.ts'
import { verdict } from '../verdict.ts'

const owner = { kind: 'local' } as const

/**
 * How long a batch of a scan holds the embedded database, measured where the database is handed out: from when a batch
 * has it until it gives it back. What a question waits beside it is told, too, though that is more than the batch: the
 * question stands in line behind others, and the thread of the database behind whatever else the machine does.
 */
export async function databaseWaitBench({ repository }: BenchArguments): Promise<BenchReport> {
  const { path, words } = await subjectOf(repository)
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-wait-'))
  const data = join(folder, 'data')
  await generatedWorkspace(data, { goals: 1900, people: 60, teams: 40, links: 8000 })
  const held = timesHeld()
  // As in the server.
  const stopLauncher = await useLauncher()
  const store = await openStore({ folder: data }, { migrations: allMigrations })
  const log = ({ error }: { readonly error: unknown }) => {
    throw error
  }
  const kernel = createKernel({ store, records, links: linkRules, log })
  configureEvidence(kernel, { cloneFolder: folder, allowedRoots: [dirname(path)], allowPrivateHosts: false })
  const jobs = startJobs(kernel, [gatherRepository, countRepositoryLines])
  try {
    await jobs.ready
    held.seconds.length = 0
    const waited = await waits(store, () => scan(kernel, path))
    return {
      bench: 'database-wait',
      subject: `2,000 records beside ${words}, read in ${held.seconds.length} batches; the shortest question waited at most ${longest(waited).toFixed(3)} s`,
      contestants: [],
      verdicts: [
        verdict('the longest that a batch of the scan holds the database', longest(held.seconds), {
          atMost: 0.025,
          unit: 's',
        }),
      ],
    }
  } finally {
    await jobs.stop()
    await stopLauncher()
    await store.close()
    held.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const longest = (seconds: readonly number[]) => Math.max(...seconds)

/** Seconds for which work in the background held the embedded database, each time. */
function timesHeld() {
  const seconds: number[] = []
  const handOut = Object.getOwnPropertyDescriptor(Sessions.prototype, 'acquire')
  const acquire: Sessions['acquire'] = handOut?.value
  Sessions.prototype.acquire = async function (this: Sessions) {
    const release = await acquire.call(this)
    if (!isInBackground()) return release
    const since = performance.now()
    return () => {
      seconds.push((performance.now() - since) / 1000)
      release()
    }
  }
  return { seconds, stop: () => (Sessions.prototype.acquire = acquire) }
}

/** Seconds that each of many short questions waited during the work. */
async function waits(store: Store, work: () => Promise<unknown>): Promise<number[]> {
  const seconds: number[] = []
  const state = { isOver: false }
  const asking = (async () => {
    while (!state.isOver) {
      const since = performance.now()
      await store.run('select 1')
      seconds.push((performance.now() - since) / 1000)
      await passed(2)
    }
  })()
  await work().finally(() => (state.isOver = true))
  await asking
  return seconds
}

/** Reads the repository to the end, its lines included. */
async function scan(kernel: Kernel, path: string): Promise<void> {
  const { id } = await perform(kernel, addRepository, owner, { kind: 'path', source: path, places: [] })
  const isRead = async () => {
    const { scan, generation } = await perform(kernel, showRepository, owner, { repository: id })
    const { rows } = await kernel.store.run(
      'select from git_reading where repository_id = $1 and lines_head is not null',
      [id],
    )
    return scan.phase === 'done' && generation > 0 && rows.length > 0
  }
  while (!(await isRead())) await passed(200)
}
