import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defineJob } from '#kernel/jobs/define-job.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/record/words.ts'
import { keepErasureList, erasureListName } from '../../privacy/known-erasures.ts'
import { join } from 'node:path'
import { backupSettings, noteFailure } from './backup-settings.ts'
import { isDayOld } from './is-due.ts'
import { keepBackup } from './keep-backup.ts'

/** Makes a backup and tries it. One at a time, however many processes there are; one that failed is asked for again later. */
export const keepBackupJob = defineJob({
  name: 'keep-backup',
  input: z.strictObject({ kind: z.enum(['by-itself', 'by-hand']) }),
  key: () => 'all',
  retries: 0,
  async run({ kernel, signal }, { kind }) {
    const place = backupSettings(kernel)
    const now = kernel.clock()
    // Another may have made one while this waited.
    if (kind === 'by-itself' && !isDayOld(place.folder, now)) return
    try {
      await keepBackup(kernel.store.database, place, kind, now, signal)
      await keepErasureList(kernel.store, join(place.folder, erasureListName))
      noteFailure(kernel, null)
    } catch (error) {
      // The process stops: the next one makes it.
      if (signal.aborted) throw error
      tell(kernel, error)
    }
  },
})

/** Into the log, refusals too: nobody stands at a job who could read them. */
function tell(kernel: Kernel, error: unknown): void {
  const id = randomUUID()
  kernel.log({ id, where: 'a backup', error })
  noteFailure(kernel, { at: kernel.clock(), id, message: wordsOf(error) })
}

function wordsOf(error: unknown): Words {
  if (!(error instanceof Refusal)) return unexpected
  const { words, hintWords } = error
  return hintWords ? { en: `${words.en} ${hintWords.en}`, de: `${words.de} ${hintWords.de}` } : words
}

const unexpected = {
  en: 'Something went wrong that should not; the log of the server says what.',
  de: 'Etwas ging schief, das nicht schiefgehen sollte; was, steht im Protokoll des Servers.',
}
