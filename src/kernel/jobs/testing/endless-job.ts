import { z } from 'zod'
import { defineJob, type JobContext } from '../define-job.ts'

/** A job whose first run never ends; `tell` hears of each run's attempt. */
export function anEndlessJob(tell: (attempt: number) => void) {
  return defineJob<{ n: number }>({
    name: 'endless',
    input: z.object({ n: z.number() }),
    run: async ({ attempt }: JobContext) => {
      tell(attempt)
      if (attempt === 1) await new Promise<never>(() => undefined)
    },
  })
}
