import { PgBoss, type Queue } from 'pg-boss'
import type { Kernel } from '../operation/kernel.ts'
import { toRefusalOrBug } from '../operation/unexpected-error.ts'
import type { AnyJob } from './define-job.ts'
import { recoverAbandoned } from './hand-back.ts'
import { jobDatabase, transactionDatabase } from './job-database.ts'
import type { JobQueue } from './job-queue.ts'
import { JobRunner } from './job-runner.ts'

const HOUR_SECONDS = 3_600
const HEARTBEAT_SECONDS = 20
const STOP_MILLISECONDS = 5_000

/**
 * Starts the jobs of this process and makes them known to the kernel at once; what is returned becomes `ready` later.
 * With `work: false` the process only enqueues, and another one runs the jobs.
 */
export function startJobs(kernel: Kernel, jobs: readonly AnyJob[], { work = true } = {}): JobQueue {
  const boss = new PgBoss(jobDatabase(kernel.store))
  boss.on('error', (error) => toRefusalOrBug(error, 'jobs', kernel.log))
  const runner = new JobRunner(kernel, boss)
  const ready = start(kernel, boss, runner, work ? jobs : [], jobs)
  // Whoever needs the jobs awaits `ready` and meets the error there; until then it is not an unhandled one.
  ready.catch(() => undefined)
  kernel.jobs = {
    ready,
    inside: (transaction, afterCommit) => ({
      async enqueue(job, input) {
        const data = job.input.parse(input)
        const singleton = job.key ? { singletonKey: job.key(data) } : {}
        const id = await boss.send(
          job.name,
          { input: data },
          { db: transactionDatabase(transaction), ...singleton },
        )
        afterCommit.push(() => runner.wake(job.name))
        return id
      },
      async cancel(job, id) {
        await boss.cancel(job.name, id, { db: transactionDatabase(transaction) })
        afterCommit.push(() => runner.abort(id))
      },
    }),
    async stop() {
      await ready.catch(() => undefined)
      await runner.interrupt()
      await boss.stop({ graceful: true, timeout: STOP_MILLISECONDS })
    },
  }
  return kernel.jobs
}

async function start(
  kernel: Kernel,
  boss: PgBoss,
  runner: JobRunner,
  run: readonly AnyJob[],
  all: readonly AnyJob[],
): Promise<void> {
  await boss.start()
  if (kernel.store.kind === 'pglite') await recoverAbandoned(boss)
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const job of all) {
    const { name, policy, ...settings } = queueOf(job)
    const queue = known.get(name)
    if (queue === undefined) await boss.createQueue(name, { ...settings, ...(policy ? { policy } : {}) })
    else if (differs(queue, settings)) await boss.updateQueue(name, settings)
  }
  for (const job of run) await runner.work(job)
}

function queueOf(job: AnyJob) {
  return {
    name: job.name,
    policy: job.key ? 'stately' : 'standard',
    retryLimit: job.retries ?? 2,
    retryDelay: job.retryDelay ?? 1,
    retryBackoff: true,
    expireInSeconds: job.expireIn ?? HOUR_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    notify: true,
  }
}

function differs(queue: Partial<Queue>, settings: Partial<Queue>): boolean {
  return Object.entries(settings).some(([name, value]) => Reflect.get(queue, name) !== value)
}
