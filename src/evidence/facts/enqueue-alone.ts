import type { Job, Kernel } from '#kernel'

/** Enqueues a job that no operation asks for, in a transaction of its own; gives its id, or null when one waits already. */
export async function enqueueAlone<Input>(
  kernel: Kernel,
  job: Job<Input>,
  input: Input,
): Promise<string | null> {
  const { jobs, store } = kernel
  if (!jobs) throw new Error(`The job ${job.name} cannot be enqueued: this process has not started its jobs.`)
  await jobs.ready
  const afterCommit: (() => void)[] = []
  const id = await store.transaction((transaction) =>
    jobs.inside(transaction, afterCommit).enqueue(job, input),
  )
  for (const act of afterCommit) act()
  return id
}
