import { setTimeout as passed } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '../operation/actor.ts'
import { defineOperation } from '../operation/define-operation.ts'
import { createKernel, type Kernel } from '../operation/kernel.ts'
import { perform } from '../operation/perform.ts'
import { Refusal } from '../operation/refusal.ts'
import { openStore } from '../store/open-store.ts'
import { aPlace, engines, type Place } from '../store/testing/a-store.ts'
import { defineJob, type AnyJob, type Job, type JobContext } from './define-job.ts'
import { startJobs } from './start-jobs.ts'

const owner: Actor = { kind: 'local' }

describe.each(engines)('jobs on %s', (engine) => {
  let place: Place
  let kernel: Kernel
  const bugs: unknown[] = []

  beforeEach(async () => {
    place = await aPlace(engine)
    await openKernel()
    bugs.length = 0
  })
  afterEach(async () => {
    await closeKernel()
    await place.remove()
  })

  async function openKernel() {
    const store = await openStore(place.location, { image: inject('databaseImage') })
    kernel = createKernel({ store, log: ({ error }) => bugs.push(error) })
  }

  async function closeKernel() {
    await kernel.jobs?.stop()
    await kernel.store.close()
  }

  async function started(...jobs: AnyJob[]) {
    await startJobs(kernel, jobs).ready
  }

  /** A job that tells of each run, which goes on until the test lets it. */
  function aJob(
    rules: Partial<Job<{ n: number }>> & { during?: (context: JobContext, n: number) => Promise<void> } = {},
  ) {
    const { during = async () => undefined, ...settings } = rules
    const runs: { n: number; attempt: number }[] = []
    const waiting: { count: number; resolve: () => void }[] = []
    const job = defineJob<{ n: number }>({
      name: 'count',
      input: z.object({ n: z.number() }),
      retryDelay: 1,
      run: async (context, { n }) => {
        runs.push({ n, attempt: context.attempt })
        for (const { count, resolve } of waiting) if (runs.length >= count) resolve()
        await during(context, n)
      },
      ...settings,
    })
    const untilRuns = async (count: number) => {
      if (runs.length >= count) return
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.push({ count, resolve })
      await promise
    }
    return { job, runs, untilRuns }
  }

  async function enqueue(job: Job<{ n: number }>, ...numbers: number[]): Promise<(string | null)[]> {
    const operation = defineOperation({
      name: 'test.enqueue',
      input: z.object({ numbers: z.array(z.number()) }),
      access: ['owner'],
      writes: true,
      run: async (context, input) => {
        const ids: (string | null)[] = []
        for (const n of input.numbers) ids.push(await context.jobs.enqueue(job, { n }))
        return ids
      },
    })
    return perform(kernel, operation, owner, { numbers })
  }

  async function cancel(job: Job<{ n: number }>, id: string): Promise<void> {
    const operation = defineOperation({
      name: 'test.cancel',
      input: z.object({}),
      access: ['owner'],
      writes: true,
      run: async (context) => context.jobs.cancel(job, id),
    })
    await perform(kernel, operation, owner, {})
  }

  async function statesOf(name = 'count'): Promise<string[]> {
    const { rows } = await sql<{ state: string }>`
      select state::text from pgboss.job where name = ${name} order by created_on`.execute(
      kernel.store.database,
    )
    return rows.map(({ state }) => state)
  }

  /** Waits for what a worker writes after its handler has returned, of which nothing tells. */
  async function untilStates(...expected: string[]) {
    await expect.poll(async () => statesOf(), { timeout: 10_000, interval: 20 }).toEqual(expected)
  }

  test('a committed job starts at once, long before any poll', async () => {
    const { job, untilRuns } = aJob()
    await started(job)
    await enqueue(job, 0)
    await untilRuns(1)
    await untilStates('completed')
    const delays: number[] = []
    for (let n = 1; n <= 5; n++) {
      await enqueue(job, n)
      const committed = performance.now()
      await untilRuns(n + 1)
      delays.push(performance.now() - committed)
    }
    // Polls are two seconds apart; the median is a few milliseconds, and the limit leaves room for a busy machine.
    expect(delays.sort((a, b) => a - b)[2]).toBeLessThan(200)
  })

  test('jobs that wait in line run one after the other without a pause', async () => {
    const { job, runs, untilRuns } = aJob()
    await started(job)
    const begun = performance.now()
    await enqueue(job, 1, 2, 3, 4, 5)
    await untilRuns(5)
    expect(performance.now() - begun).toBeLessThan(1_900)
    expect(runs.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
  })

  test('an operation that rolls back enqueues nothing', async () => {
    const { job, runs, untilRuns } = aJob()
    await started(job)
    const operation = defineOperation({
      name: 'test.roll-back',
      input: z.object({}),
      access: ['owner'],
      writes: true,
      run: async (context) => {
        await context.jobs.enqueue(job, { n: 1 })
        throw new Refusal('conflict', { en: 'No.', de: 'Nein.' })
      },
    })
    await expect(perform(kernel, operation, owner, {})).rejects.toBeInstanceOf(Refusal)
    expect(await statesOf()).toEqual([])
    await enqueue(job, 2)
    await untilRuns(1)
    expect(runs.map(({ n }) => n)).toEqual([2])
  })

  test('an operation asked for while the jobs still start waits for them', async () => {
    const { job, runs, untilRuns } = aJob()
    startJobs(kernel, [job])
    await enqueue(job, 1)
    await untilRuns(1)
    expect(runs).toHaveLength(1)
  })

  test('a job that fails runs again, and what failed is logged', async () => {
    const { job, runs, untilRuns } = aJob({
      during: async (context) => {
        if (context.attempt === 1) throw new TypeError('first')
      },
    })
    await started(job)
    await enqueue(job, 1)
    await untilRuns(2)
    expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2])
    expect(bugs).toEqual([expect.objectContaining({ message: 'first' })])
    await untilStates('completed')
  })

  test('a job that is refused is not run again, and is no bug', async () => {
    const { job, runs } = aJob({
      during: async () => {
        throw new Refusal('not-found', {
          en: 'There is no such repository.',
          de: 'Dieses Repository gibt es nicht.',
        })
      },
    })
    await started(job)
    await enqueue(job, 1)
    await untilStates('failed')
    expect(runs).toHaveLength(1)
    expect(bugs).toEqual([])
  })

  test('of one key at most one job runs and one waits', async () => {
    const mayEnd = Promise.withResolvers<void>()
    const { job, runs, untilRuns } = aJob({
      key: ({ n }) => `key ${n % 10}`,
      concurrency: 3,
      during: async () => mayEnd.promise,
    })
    await started(job)
    await enqueue(job, 1)
    await untilRuns(1)
    const [second, third, other] = await enqueue(job, 11, 21, 2)
    expect([typeof second, third, typeof other]).toEqual(['string', null, 'string'])
    await untilRuns(2)
    expect(runs.map(({ n }) => n)).toEqual([1, 2])
    mayEnd.resolve()
    await untilRuns(3)
    expect(runs.map(({ n }) => n)).toEqual([1, 2, 11])
  })

  test('a cancelled job that waits never runs, and one that runs is told to stop', async () => {
    const stopped = Promise.withResolvers<void>()
    const { job, runs, untilRuns } = aJob({
      during: async ({ signal }) => {
        await passed(60_000, undefined, { signal }).catch(() => undefined)
        stopped.resolve()
      },
    })
    await started(job)
    const [running, waiting] = await enqueue(job, 1, 2)
    await untilRuns(1)
    await cancel(job, waiting ?? '')
    await cancel(job, running ?? '')
    await stopped.promise
    await untilStates('cancelled', 'cancelled')
    expect(runs).toHaveLength(1)
    expect(bugs).toEqual([])
  })

  test('a job that a stopping process interrupts runs again in the next one, its attempt not counted', async () => {
    const first = aJob({
      during: async ({ signal }) => passed(60_000, undefined, { signal }),
      retries: 0,
    })
    await started(first.job)
    await enqueue(first.job, 1)
    await first.untilRuns(1)
    await closeKernel()
    await openKernel()
    const second = aJob({ retries: 0 })
    await started(second.job)
    await second.untilRuns(1)
    expect(second.runs).toEqual([{ n: 1, attempt: 1 }])
    expect(bugs).toEqual([])
  })

  test('a process without workers only enqueues', async () => {
    const { job, runs } = aJob()
    await startJobs(kernel, [job], { work: false }).ready
    await enqueue(job, 1)
    expect(await statesOf()).toEqual(['created'])
    expect(runs).toEqual([])
  })
})
