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
import { createKernel, openStore, perform, startJobs, type Kernel, type Store } from '#kernel'
import type { BenchReport } from '../bench-report.ts'
import { generatedWorkspace } from '../generated-workspace.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { subjectOf } from '../subject.ts'
import { verdict } from '../verdict.ts'

const owner = { kind: 'local' } as const

/**
 * How long the shortest question to the embedded database waits while a repository is read beside records: about as long
 * as the batch before it holds the database, and the process its one thread.
 */
export async function databaseWaitBench({ repository }: BenchArguments): Promise<BenchReport> {
  const { path, words } = await subjectOf(repository)
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-wait-'))
  const data = join(folder, 'data')
  await generatedWorkspace(data, { goals: 1900, people: 60, teams: 40, links: 8000 })
  const store = await openStore({ folder: data }, { migrations: allMigrations })
  const log = ({ error }: { readonly error: unknown }) => {
    throw error
  }
  const kernel = createKernel({ store, records, links: linkRules, log })
  configureEvidence(kernel, { cloneFolder: folder, allowedRoots: [dirname(path)], allowPrivateHosts: false })
  const jobs = startJobs(kernel, [gatherRepository, countRepositoryLines])
  try {
    await jobs.ready
    const idle = await waits(store, () => passed(3000))
    const busy = await waits(store, () => scan(kernel, path))
    return {
      bench: 'database-wait',
      subject: `2,000 records beside ${words}`,
      contestants: [],
      verdicts: [
        verdict('the longest wait for the database while nothing is read', longest(idle), limit),
        verdict('the longest wait while a repository is read', longest(busy), limit),
      ],
    }
  } finally {
    await jobs.stop()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const limit = { atMost: 0.025, unit: 's' } as const
const longest = (seconds: readonly number[]) => Math.max(...seconds)

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
