import { z } from 'zod'
import { askInTime } from '#kernel/jobs/ask-in-time.ts'
import { defineJob } from '#kernel/jobs/define-job.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { forgetDue, listDue } from './forget-due.ts'

/** Deletes personal fields whose time is over, a record at a time; what a stopped run left is done by the next. */
export const forgetPersonalJob = defineJob({
  name: 'privacy-forget',
  input: z.strictObject({}),
  key: () => 'all',
  async run({ kernel, actor, signal }) {
    const { due } = await perform(kernel, listDue, actor, {})
    for (const key of due) {
      signal.throwIfAborted()
      await perform(kernel, forgetDue, actor, { key })
    }
  },
})

const twiceADay = 12 * 3_600_000

/** Asks for the job now and twice a day from then on. */
export function forgetInTime(kernel: Kernel): { stop(): void } {
  return askInTime(kernel, forgetPersonalJob, twiceADay)
}
