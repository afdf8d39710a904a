import { z } from 'zod'
import { defineJob } from '#kernel/jobs/define-job.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { toRefusalOrBug } from '#kernel/operation/unexpected-error.ts'
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
  const ask = async () => {
    const { jobs, store } = kernel
    if (!jobs) return
    try {
      await jobs.ready
      const afterCommit: (() => void)[] = []
      await store.transaction((transaction) =>
        jobs.inside(transaction, afterCommit).enqueue(forgetPersonalJob, {}),
      )
      for (const act of afterCommit) act()
    } catch (error) {
      toRefusalOrBug(error, 'privacy-forget', kernel.log)
    }
  }
  void ask()
  const timer = setInterval(() => void ask(), twiceADay)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
