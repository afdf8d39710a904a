import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createKernel,
  perform,
  startJobs,
  type Actor,
  type Clock,
  type Kernel,
  type Migrations,
} from '#kernel'
import type { LinkRule, RecordDefinition } from '#kernel/shape.ts'
import { aStore, type EngineName } from '#kernel/store/testing/a-store.ts'
import { addRepository } from '../../operations/add-repository.ts'
import { showRepository } from '../../operations/list-repositories.ts'
import { scanRepository } from '../../operations/scan-repository.ts'
import type { RepositoryShape } from '../../shape.ts'
import { countRepositoryLines } from '../count-repository-lines.ts'
import { configureEvidence, evidenceSettings } from '../evidence-settings.ts'
import { evidenceMigrations } from '../evidence-migrations.ts'
import { gatherRepository } from '../gather-repository.ts'

export const owner: Actor = { kind: 'local' }

interface GatheringOptions {
  readonly allowPrivateHosts?: boolean
  readonly records?: readonly RecordDefinition[]
  readonly links?: readonly LinkRule[]
  readonly migrations?: Migrations
  readonly clock?: Clock
}

/** A kernel on a store of its own that gathers evidence, and what tests ask of it. */
export async function aGathering(
  engine: EngineName = 'pglite',
  { allowPrivateHosts = false, records, links, migrations, clock }: GatheringOptions = {},
) {
  const store = await aStore(engine, { ...evidenceMigrations, ...migrations })
  const clones = mkdtempSync(join(tmpdir(), 'leitstand-clones-'))
  const bugs: unknown[] = []
  const kernel = createKernel({
    store,
    log: ({ error }) => bugs.push(error),
    records: records ?? [],
    links: links ?? [],
    ...(clock && { clock }),
  })
  configureEvidence(kernel, { cloneFolder: clones, allowedRoots: [tmpdir()], allowPrivateHosts })
  const jobs = startJobs(kernel, [gatherRepository, countRepositoryLines])
  return {
    kernel,
    bugs,
    clones,
    /** Adds the repository at the path and gives its id, without waiting for its scan. */
    async add(path: string): Promise<string> {
      return (await perform(kernel, addRepository, owner, { kind: 'path', source: path })).id
    },
    async scan(id: string): Promise<void> {
      await perform(kernel, scanRepository, owner, { repository: id })
    },
    /** The repository as soon as it is as wanted. */
    until: (id: string, isSo: (repository: RepositoryShape) => boolean) => until(kernel, id, isSo),
    async close(): Promise<void> {
      await jobs.stop()
      await store.close()
      rmSync(clones, { recursive: true, force: true })
    },
  }
}

async function until(
  kernel: Kernel,
  id: string,
  isSo: (repository: RepositoryShape) => boolean,
): Promise<RepositoryShape> {
  for (;;) {
    const changed = nextChange(kernel, id)
    const repository = await perform(kernel, showRepository, owner, { repository: id })
    if (isSo(repository)) return repository
    await changed
  }
}

function nextChange(kernel: Kernel, id: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = evidenceSettings(kernel).changes.listen((changed) => {
      if (changed !== id) return
      stop()
      resolve()
    })
  })
}
