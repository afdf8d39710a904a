import type { Kernel } from '#kernel/operation/kernel.ts'
import { toRefusalOrBug } from '#kernel/operation/unexpected-error.ts'
import { keepErasureList } from './known-erasures.ts'

const within = 2_000

/**
 * Keeps the list beside the backups up with what is erased, two seconds after a write at the latest, and once more at the
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
      toRefusalOrBug(error, 'the list of erasures', kernel.log)
    }
  }

  return {
    async stop() {
      unlisten()
      if (timer) clearTimeout(timer)
      if (timer) await keep()
    },
  }
}
