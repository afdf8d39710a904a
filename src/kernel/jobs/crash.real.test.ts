import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { PgBoss } from 'pg-boss'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { createKernel } from '../operation/kernel.ts'
import { openStore } from '../store/open-store.ts'
import { aPlace, engines, type Place } from '../store/testing/a-store.ts'
import { jobDatabase } from './job-database.ts'
import { startJobs } from './start-jobs.ts'
import { anEndlessJob } from './testing/endless-job.ts'

/** Runs the endless job in a process of its own and kills that process in the middle of it. */
async function killInTheMiddle(place: Place): Promise<void> {
  const program = fileURLToPath(new URL('./testing/run-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, [program, JSON.stringify(place.location), inject('databaseImage')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line]: unknown[] = await once(createInterface(child.stdout), 'line')
  expect(line).toBe('running 1')
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

describe.each(engines)('on %s', (engine) => {
  test('a job whose process was killed is run again by the next one', async () => {
    const place = await aPlace(engine)
    onTestFinished(place.remove)
    await killInTheMiddle(place)
    const store = await openStore(place.location, { image: null })
    onTestFinished(store.close)
    const bugs: unknown[] = []
    const kernel = createKernel({ store, log: ({ error }) => bugs.push(error) })
    const { promise: runAgain, resolve } = Promise.withResolvers<number>()
    const jobs = startJobs(kernel, [anEndlessJob(resolve)])
    onTestFinished(jobs.stop)
    await jobs.ready
    // Among several processes only a missing heartbeat tells that one is gone; here its time is made to pass.
    if (engine === 'postgresql') await missHeartbeats(store.url ?? '', place)
    expect(await runAgain).toBe(2)
    expect(bugs).toEqual([])
  })
})

async function missHeartbeats(url: string, place: Place): Promise<void> {
  const other = await openStore({ url, folder: place.folder })
  const supervisor = new PgBoss({ ...jobDatabase(other), supervise: false })
  supervisor.on('error', () => undefined)
  await supervisor.start()
  await other.run("update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'")
  await other.run('update pgboss.queue set monitor_on = null')
  await supervisor.supervise()
  await supervisor.stop()
  await other.close()
}
