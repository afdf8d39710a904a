import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob, Refusal, toRefusalOrBug, type Kernel, type UnexpectedError } from '#kernel'
import { clearLeftovers } from './clear-leftovers.ts'
import { gatherContents } from './gather-contents.ts'
import { gatherHistory } from './gather-history.ts'
import { enqueueAlone } from './enqueue-alone.ts'
import { countRepositoryLines } from './count-repository-lines.ts'
import { tidySoon } from './tidy-soon.ts'
import { openSource } from './open-source.ts'
import { enterPhase, forgetScan } from './scan-state.ts'

/** Reads what is new in a repository: history first, then the files that measures look into, then, apart, lines. */
export const gatherRepository = defineJob({
  name: 'repository-gather',
  input: z.object({ repositoryId: z.uuid() }),
  key: (input) => input.repositoryId,
  expireIn: 24 * 3600,
  concurrency: 2,
  async run({ kernel, signal }, { repositoryId }) {
    try {
      await gather(kernel, repositoryId, signal)
    } catch (error) {
      if (signal.aborted) {
        forgetScan(kernel, repositoryId)
        if (signal.reason === 'cancelled') await tellCancelled(kernel, repositoryId)
        throw error
      }
      const told = toRefusalOrBug(error, 'repository-gather', kernel.log)
      await tellFailure(kernel, repositoryId, told)
      throw told
    }
  },
})

async function gather(kernel: Kernel, repositoryId: string, signal: AbortSignal): Promise<void> {
  const source = await openSource(kernel, repositoryId, signal)
  if (source === null) {
    await clearLeftovers(kernel, repositoryId)
    return forgetScan(kernel, repositoryId)
  }
  const read = await gatherHistory(kernel, repositoryId, source, signal)
  await gatherContents(kernel, repositoryId, source, signal)
  signal.throwIfAborted()
  await enterPhase(kernel, repositoryId, { phase: 'done', done: read, of: read, error: null })
  await clearLeftovers(kernel, repositoryId)
  if (read >= 1000) tidySoon(kernel)
  const job = await enqueueAlone(kernel, countRepositoryLines, { repositoryId })
  if (job !== null) await rememberJob(kernel, repositoryId, job)
}

async function rememberJob(kernel: Kernel, repositoryId: string, job: string): Promise<void> {
  await kernel.store.transaction(async (transaction) => {
    await transaction
      .updateTable('repository')
      .set({ scan_jobs: sql`(array_append(scan_jobs, ${job}))[greatest(1, cardinality(scan_jobs) - 1):]` })
      .where('workspace_id', '=', kernel.store.workspaceId)
      .where('id', '=', repositoryId)
      .execute()
  })
}

async function tellCancelled(kernel: Kernel, repositoryId: string): Promise<void> {
  await enterPhase(kernel, repositoryId, { phase: 'cancelled', done: 0, of: null, error: null })
}

async function tellFailure(
  kernel: Kernel,
  repositoryId: string,
  told: Refusal | UnexpectedError,
): Promise<void> {
  const hint = told instanceof Refusal ? (told.hintWords ?? null) : scanAgain
  await enterPhase(kernel, repositoryId, {
    phase: 'failed',
    done: 0,
    of: null,
    error: { message: told.words, hint },
  })
}

const scanAgain = {
  en: 'Scan again. If it stays, the log has more under this id.',
  de: 'Scanne noch einmal. Wenn es bleibt, steht unter dieser Kennung mehr im Protokoll.',
}
