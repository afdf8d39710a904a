import { inspect } from 'node:util'
import { linkRules, records } from '#areas/records.ts'
import { createKernel } from '#kernel'
import { repeatKnownErasures, restoreStore } from '#workspace'
import { backupOptions } from './backup-options.ts'

/** Fills a new place with what a backup holds and erases again what the lists know of; gives how many erasures those were. */
export async function restoreAndErase(
  location: Parameters<typeof restoreStore>[0],
  file: string,
  secret: string,
  lists: readonly string[],
): Promise<number> {
  const store = await restoreStore(location, file, secret, backupOptions)
  try {
    const kernel = createKernel({
      store,
      records,
      links: linkRules,
      log: ({ id, where, error }) =>
        void process.stderr.write(`Something went wrong in ${where}, id ${id}: ${inspect(error)}\n`),
    })
    return await repeatKnownErasures(kernel, lists)
  } finally {
    await store.close()
  }
}
