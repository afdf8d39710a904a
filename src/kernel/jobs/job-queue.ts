import type { Transaction } from 'kysely'
import type { OperationJobs } from '../operation/define-operation.ts'
import type { Tables } from '../store/tables.ts'

/** The jobs of this process. */
export interface JobQueue {
  /** Settles when jobs can be enqueued; rejects when they could not be started. */
  readonly ready: Promise<void>
  /** The jobs as one operation sees them; what must happen only after its commit is added to `afterCommit`. */
  inside(transaction: Transaction<Tables>, afterCommit: (() => void)[]): OperationJobs
  /** Stops taking jobs and gives running ones a moment to end; those that do not are run again later. */
  stop(): Promise<void>
}
