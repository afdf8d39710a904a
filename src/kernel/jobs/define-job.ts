import type { ZodType } from 'zod'
import type { Kernel } from '../operation/kernel.ts'
import type { Actor } from '../operation/actor.ts'

/** What a running job gets besides its input. */
export interface JobContext {
  readonly kernel: Kernel
  /** The actor under which the job performs its operations. */
  readonly actor: Actor
  readonly id: string
  /** 1 for the first run. */
  readonly attempt: number
  /** Aborted when the job is cancelled, took too long or the process stops; a job that is stopped is run again unless cancelled. */
  readonly signal: AbortSignal
}

/** Work outside a request, run at least once: it must bear being run again after a crash. */
export interface Job<Input> {
  readonly name: string
  readonly input: ZodType<Input>
  readonly run: (context: JobContext, input: Input) => Promise<void>
  /** With a key, at most one job of that key waits and at most one runs. */
  readonly key?: (input: Input) => string
  /** Runs after the first one that failed; 2 unless said. */
  readonly retries?: number
  /** Seconds before the first of them, doubling from then on; 1 unless said. */
  readonly retryDelay?: number
  /** Seconds after which a run counts as failed; an hour unless said. */
  readonly expireIn?: number
  /** How many of it run at once in this process; 1 unless said. */
  readonly concurrency?: number
}

/** Declares a job; `startJobs` runs it and `context.jobs.enqueue` in an operation asks for it. */
export function defineJob<Input>(job: Job<Input>): Job<Input> {
  return job
}

/** Any job, whatever its input. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of jobs of different inputs has no other common type
export type AnyJob = Job<any>
