import { randomUUID } from 'node:crypto'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { keepErasureList } from './known-erasures.ts'

const within = 2_000

/**
 * Keeps the list beside the backups up with what is erased, at once, two seconds after a write at the latest, and once more at the
 * end: a restore must know of it even where the database is lost.
 */
export function keepErasures(kernel: Kernel, file: string): { stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | null = null
  const unlisten = kernel.commits.listen(() => {
    timer ??= setTimeout(() => {
      timer = null
      void keep()
    }, within)
    timer.unref()
  })

  async function keep() {
    try {
      await keepErasureList(kernel.store, file)
    } catch (error) {
      // A disk that is not there keeps nobody from working; the log says it, refusals too.
      kernel.log({ id: randomUUID(), where: 'the list of erasures', error })
    }
  }
  void keep()

  return {
    async stop() {
      unlisten()
      if (timer) clearTimeout(timer)
      await keep()
    },
  }
}
