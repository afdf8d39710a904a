import type { JobQueue } from '../jobs/job-queue.ts'
import type { Store } from '../store/open-store.ts'
import type { LinkRule } from '../links/relations.ts'
import { recordRegistry, type RecordRegistry } from '../record/record-registry.ts'
import type { RecordDefinition } from '../record/define-record.ts'
import { createCommits, type Commits } from './commits.ts'
import type { Clock } from './define-operation.ts'

/** Where a bug is written down: under an id that whoever met it is shown. */
export type Log = (bug: { readonly id: string; readonly where: string; readonly error: unknown }) => void

/** What every operation runs on. */
export interface Kernel {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly records: RecordRegistry
  readonly commits: Commits
  /** Set by `startJobs`; null in a process that has none. */
  jobs: JobQueue | null
}

/** A kernel over an open store, for the types of record given and the links between them. */
export function createKernel({
  records = [],
  links = [],
  ...parts
}: {
  store: Store
  log: Log
  clock?: Clock
  records?: readonly RecordDefinition[]
  links?: readonly LinkRule[]
}): Kernel {
  return {
    clock: () => new Date(),
    ...parts,
    records: recordRegistry(records, links),
    commits: createCommits(),
    jobs: null,
  }
}
