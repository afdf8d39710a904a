import { z } from 'zod'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import {
  createKernel,
  defineOperation,
  openStore,
  perform,
  type Kernel,
  type OperationContext,
} from '#kernel'

/** One step of filling: a record to be written, or whatever else an operation can do. */
export type Step = (context: OperationContext) => Promise<unknown>

const stepsPerTransaction = 500

/** Fills a new data folder as operations do, but many at once: each in a transaction of its own would take minutes. */
export async function fillWorkspace(
  folder: string,
  steps: (kernel: Kernel) => AsyncIterable<Step> | Iterable<Step>,
): Promise<void> {
  const store = await openStore({ folder }, { migrations: allMigrations })
  const kernel = createKernel({
    store,
    records,
    links: linkRules,
    log: ({ error }) => {
      throw error
    },
  })
  let waiting: Step[] = []
  const write = async () => {
    const written = waiting
    waiting = []
    await perform(kernel, doing(written), { kind: 'local' }, {})
  }
  try {
    for await (const step of steps(kernel)) {
      waiting.push(step)
      if (waiting.length === stepsPerTransaction) await write()
    }
    if (waiting.length > 0) await write()
    await store.maintain()
  } finally {
    await store.close()
  }
}

function doing(steps: readonly Step[]) {
  return defineOperation({
    name: 'bench.fill',
    input: z.strictObject({}),
    access: ['owner'],
    writes: true,
    async run(context) {
      for (const step of steps) await step(context)
      return null
    },
  })
}
