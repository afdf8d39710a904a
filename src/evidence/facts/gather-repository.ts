import { z } from 'zod'
import { defineJob, Refusal, toRefusalOrBug, type Kernel, type UnexpectedError } from '#kernel'
import { gatherContents } from './gather-contents.ts'
import { gatherHistory } from './gather-history.ts'
import { enqueueAlone } from './enqueue-alone.ts'
import { countRepositoryLines } from './count-repository-lines.ts'
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
      if (signal.aborted) throw error
      const told = toRefusalOrBug(error, 'repository-gather', kernel.log)
      await tellFailure(kernel, repositoryId, told)
      throw told
    } finally {
      forgetScan(kernel, repositoryId)
    }
  },
})

async function gather(kernel: Kernel, repositoryId: string, signal: AbortSignal): Promise<void> {
  const source = await openSource(kernel, repositoryId, signal)
  if (source === null) return
  const read = await gatherHistory(kernel, repositoryId, source, signal)
  await gatherContents(kernel, repositoryId, source, signal)
  await enterPhase(kernel, repositoryId, { phase: 'done', done: read, of: read, error: null })
  await enqueueAlone(kernel, countRepositoryLines, { repositoryId })
}

async function tellFailure(
  kernel: Kernel,
  repositoryId: string,
  told: Refusal | UnexpectedError,
): Promise<void> {
  const hint =
    told instanceof Refusal ? (told.hint ?? '') : 'Scan again. If it stays, the log has more under this id.'
  await enterPhase(kernel, repositoryId, {
    phase: 'failed',
    done: 0,
    of: null,
    error: { message: told.message, hint },
  })
}
