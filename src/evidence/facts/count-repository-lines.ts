import { z } from 'zod'
import { defineJob } from '#kernel'
import { enterPhase } from './scan-state.ts'
import { gatherLines } from './gather-lines.ts'

/** Counts the lines of what a scan has read, in the background and beside further scans. */
export const countRepositoryLines = defineJob({
  name: 'repository-count-lines',
  input: z.object({ repositoryId: z.uuid() }),
  key: (input) => input.repositoryId,
  expireIn: 24 * 3600,
  retries: 1,
  async run({ kernel, signal }, { repositoryId }) {
    try {
      await gatherLines(kernel, repositoryId, signal)
    } finally {
      // However it ended, the scan before it was done.
      await enterPhase(kernel, repositoryId, { phase: 'done', done: 0, of: 0, error: null }, 'lines')
    }
  },
})
