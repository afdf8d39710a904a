import { keepForecastJob } from '../../src/areas/roadmap/kept/keep-forecast-job.ts'
import { allMigrations } from '../../src/areas/migrations.ts'
import { linkRules, records } from '../../src/areas/records.ts'
import { createKernel, openStore } from '../../src/kernel/index.ts'

/** Keeps the forecast of an earlier day, as the program does every day: of the bets as they are, from the pace up to then. */
export async function keepForecastOf(location: Parameters<typeof openStore>[0], day: string): Promise<void> {
  const store = await openStore(location, { migrations: allMigrations })
  const kernel = createKernel({
    store,
    records,
    links: linkRules,
    clock: () => new Date(`${day}T08:00:00Z`),
    log: ({ error }) => {
      throw error
    },
  })
  try {
    const { signal } = new AbortController()
    const context = { kernel, actor: { kind: 'system', job: keepForecastJob.name }, signal }
    await keepForecastJob.run(context as never, {}) // all that it asks of its context
  } finally {
    await store.close()
  }
}
