import type { Job as FetchedJob, JobResult, PgBoss } from 'pg-boss'
import type { Kernel } from '../operation/kernel.ts'
import { Refusal } from '../operation/refusal.ts'
import { inBackground } from '../store/background.ts'
import { toRefusalOrBug } from '../operation/unexpected-error.ts'
import type { AnyJob } from './define-job.ts'
import { handBack } from './hand-back.ts'

/** Why a job's signal was aborted by this process. */
type Stop = 'cancelled' | 'interrupted'

/** Runs this process's jobs, each as soon as it is enqueued here. */
export class JobRunner {
  readonly #kernel: Kernel
  readonly #boss: PgBoss
  readonly #workersByName = new Map<string, string[]>()
  readonly #runningById = new Map<string, AbortController>()

  constructor(kernel: Kernel, boss: PgBoss) {
    this.#kernel = kernel
    this.#boss = boss
  }

  /** Starts taking jobs of one kind; each worker is a pg-boss worker of its own, because only the first of several can be woken. */
  async work(job: AnyJob): Promise<void> {
    const workers: string[] = []
    this.#workersByName.set(job.name, workers)
    for (let i = 0; i < (job.concurrency ?? 1); i++) {
      const options = { perJobResults: true, batchSize: 1, notifyPollingIntervalSeconds: 5 } as const
      workers.push(
        await this.#boss.work<{ input: unknown }, unknown, typeof options>(
          job.name,
          options,
          async (fetched) => {
            const results: JobResult[] = []
            for (const one of fetched) results.push(await this.#run(job, one))
            // Without this a worker that has just finished would sleep out its poll while the next job waits.
            this.wake(job.name)
            return results
          },
        ),
      )
    }
  }

  /** Lets the workers of this kind look for jobs now instead of at their next poll. */
  wake(name: string): void {
    for (const worker of this.#workersByName.get(name) ?? []) this.#boss.notifyWorker(worker)
  }

  /** Tells a job running in this process that it was cancelled. */
  abort(id: string): void {
    this.#runningById.get(id)?.abort('cancelled' satisfies Stop)
  }

  /** Takes no more jobs and tells all running ones to stop, to be run again by the next process. */
  async interrupt(): Promise<void> {
    for (const name of this.#workersByName.keys()) await this.#boss.offWork(name, { wait: false })
    for (const [id, controller] of this.#runningById) {
      // Its row first: once it has ended it would count as failed.
      await handBack(this.#boss, id)
      controller.abort('interrupted' satisfies Stop)
    }
  }

  async #run(job: AnyJob, fetched: FetchedJob<{ input: unknown }>): Promise<JobResult> {
    const { id, signal, retryCount, data } = fetched
    const controller = new AbortController()
    this.#runningById.set(id, controller)
    const context = {
      kernel: this.#kernel,
      actor: { kind: 'system', job: job.name },
      id,
      attempt: retryCount + 1,
      signal: AbortSignal.any([signal, controller.signal]),
    } as const
    try {
      await inBackground(() => job.run(context, job.input.parse(data.input)))
      return { id, status: 'completed' }
    } catch (error) {
      // Stopped on purpose: whatever it threw on its way out says nothing, and its row has its new state already.
      if (context.signal.aborted) return { id, status: 'failed', output: { message: 'stopped' } }
      const told = toRefusalOrBug(error, job.name, this.#kernel.log)
      // A refusal would come again at every retry, so it ends the job.
      return {
        id,
        status: told instanceof Refusal ? 'deadletter' : 'failed',
        output: { message: told.message },
      }
    } finally {
      this.#runningById.delete(id)
    }
  }
}
