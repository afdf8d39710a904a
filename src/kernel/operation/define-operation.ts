import type { Transaction } from 'kysely'
import type { ZodType } from 'zod'
import type { Tables } from '../store/tables.ts'
import type { Job } from '../jobs/define-job.ts'
import type { RecordRegistry } from '../record/record-registry.ts'
import type { Words } from '../record/words.ts'
import type { Actor, Role } from './actor.ts'

/** The time, as a date; tests give their own. */
export type Clock = () => Date

/** What the audit row of a write says besides who, when and which operation; `payload` is erasable, the rest is not. */
export interface AuditDetails {
  readonly subject?: { readonly type: string; readonly id: string }
  readonly payload?: unknown
  /** What else was written by the same operation, each in a row of its own before this one. */
  readonly before?: readonly Omit<AuditDetails, 'before'>[]
}

/** Jobs as seen from inside an operation: they exist only if its transaction commits. */
export interface OperationJobs {
  /** Gives the new job's id, or null when one with the same key already waits. */
  enqueue<Input>(job: Job<Input>, input: Input): Promise<string | null>
  /** Ends a waiting job, and tells a running one to stop. */
  cancel(job: Pick<Job<unknown>, 'name'>, id: string): Promise<void>
}

/** By which way somebody came: what is done is the same from each, and history tells it. */
export type Surface = 'web' | 'api' | 'cli' | 'mcp' | 'system'

/** All an operation may touch: nothing else is awaited inside it. */
export interface OperationContext {
  readonly actor: Actor
  readonly transaction: Transaction<Tables>
  readonly workspaceId: string
  readonly clock: Clock
  readonly jobs: OperationJobs
  readonly records: RecordRegistry
  readonly surface: Surface
  /** The operation's own name, as history and audit have it. */
  readonly operation: string
  /** Says what the audit row of this write holds; the last call counts. */
  audit(details: AuditDetails): void
}

/** One thing somebody may do, the same from every surface. */
export interface Operation<Input, Output> {
  /** Area and verb, as in `repository.add`. */
  readonly name: string
  /** One sentence for the pages, the command line and agents that have never seen the product: what it does. */
  readonly summary?: Words
  readonly input: ZodType<Input>
  /** Who may: any of these roles, or what the function says. */
  readonly access: readonly Role[] | ((actor: Actor) => boolean)
  /** `person`: no key and no agent may do this, whatever its role. */
  readonly by?: 'person'
  /** Whether it changes anything: a write leaves an audit row, a read gets a transaction that cannot write. */
  readonly writes: boolean
  readonly run: (context: OperationContext, input: Input) => Promise<Output>
  /** What it answers when asked again under the same idempotency key, by the id of what it made; without it there are no keys. */
  readonly again?: (context: OperationContext, subjectId: string) => Promise<Output>
}

/** Declares an operation; `perform` is the only way to run it. */
export function defineOperation<Input, Output>(
  operation: Operation<Input, Output>,
): Operation<Input, Output> {
  return operation
}
