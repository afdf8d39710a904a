import type { Kernel } from '../operation/kernel.ts'
import { toRefusalOrBug } from '../operation/unexpected-error.ts'
import type { Job } from './define-job.ts'

/** Asks for a job that takes no input now and every so many milliseconds from then on. */
export function askInTime(kernel: Kernel, job: Job<Record<string, never>>, every: number): { stop(): void } {
  const ask = async () => {
    const { jobs, store } = kernel
    if (!jobs) return
    try {
      await jobs.ready
      const afterCommit: (() => void)[] = []
      await store.transaction((transaction) => jobs.inside(transaction, afterCommit).enqueue(job, {}))
      for (const act of afterCommit) act()
    } catch (error) {
      toRefusalOrBug(error, job.name, kernel.log)
    }
  }
  void ask()
  const timer = setInterval(() => void ask(), every)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
