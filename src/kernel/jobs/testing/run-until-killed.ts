// Opens the store at the place given, starts an endless job in it, and tells when it runs.
import { z } from 'zod'
import { defineOperation } from '../../operation/define-operation.ts'
import { createKernel } from '../../operation/kernel.ts'
import { perform } from '../../operation/perform.ts'
import { openStore, type StoreLocation } from '../../store/open-store.ts'
import { startJobs } from '../start-jobs.ts'
import { anEndlessJob } from './endless-job.ts'

const [location = '', image = ''] = process.argv.slice(2)
const where: StoreLocation = JSON.parse(location)
const kernel = createKernel({
  store: await openStore(where, { image }),
  log: ({ error }) => {
    throw error
  },
})
const job = anEndlessJob((attempt) => process.stdout.write(`running ${attempt}\n`))
startJobs(kernel, [job])
const enqueue = defineOperation({
  name: 'test.enqueue',
  input: z.object({}),
  access: ['owner'],
  writes: true,
  run: async (context) => context.jobs.enqueue(job, { n: 1 }),
})
await perform(kernel, enqueue, { kind: 'local' }, {})
