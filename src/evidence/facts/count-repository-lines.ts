import { z } from 'zod'
import { defineJob } from '#kernel'
import { gatherLines } from './gather-lines.ts'

/** Counts the lines of what a scan has read, in the background and beside further scans. */
export const countRepositoryLines = defineJob({
  name: 'repository-count-lines',
  input: z.object({ repositoryId: z.uuid() }),
  key: (input) => input.repositoryId,
  expireIn: 24 * 3600,
  retries: 1,
  async run({ kernel, signal }, { repositoryId }) {
    await gatherLines(kernel, repositoryId, signal)
  },
})
