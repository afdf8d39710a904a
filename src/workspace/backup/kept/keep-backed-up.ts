import type { Kernel } from '#kernel/operation/kernel.ts'
import { toRefusalOrBug } from '#kernel/operation/unexpected-error.ts'
import { backupSettings } from './backup-settings.ts'
import { isDayOld, isDue } from './is-due.ts'
import { keepBackupJob } from './keep-backup-job.ts'

const lookEvery = 5 * 60_000
const quietEnough = 5 * 60_000
const restAfterFailure = 3_600_000

/** After how many hours a backup is made whoever is at work. */
export const hoursAtMost = 30

/** How a process is being used. */
export interface Usage {
  /** For how many milliseconds nobody has asked anything of it. */
  quietFor(): number
  /** Whether it is at work by itself, as on a scan. */
  isBusy(): Promise<boolean>
}

/**
 * Asks for a backup when the last is older than a day and nobody is at work, at the latest after thirty hours. One that
 * failed is tried again after an hour.
 */
export function keepBackedUp(kernel: Kernel, usage: Usage): { look(): Promise<boolean>; stop(): void } {
  const timer = setInterval(() => {
    look().catch((error: unknown) => toRefusalOrBug(error, 'keep-backup', kernel.log))
  }, lookEvery)
  timer.unref()

  /** Asks for one where it is time; tells whether it did. */
  async function look() {
    const { folder, failure } = backupSettings(kernel)
    const now = kernel.clock()
    if (failure && now.getTime() - failure.at.getTime() < restAfterFailure) return false
    if (!isDayOld(folder, now)) return false
    const isLate = isDue(folder, now, hoursAtMost, await createdAt(kernel))
    if (!isLate && (usage.quietFor() < quietEnough || (await usage.isBusy()))) return false
    await ask(kernel)
    return true
  }

  return { look, stop: () => clearInterval(timer) }
}

async function createdAt({ store }: Kernel): Promise<Date> {
  const found = await store.database
    .selectFrom('workspace')
    .select('created_at')
    .where('id', '=', store.workspaceId)
    .executeTakeFirstOrThrow()
  return found.created_at
}

async function ask({ jobs, store }: Kernel): Promise<void> {
  if (!jobs) return
  await jobs.ready
  const afterCommit: (() => void)[] = []
  await store.transaction((transaction) =>
    jobs.inside(transaction, afterCommit).enqueue(keepBackupJob, { kind: 'by-itself' as const }),
  )
  for (const act of afterCommit) act()
}
