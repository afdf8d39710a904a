import { z } from 'zod'
import { defineOperation } from '#kernel'
import { countRepositoryLines } from '../facts/count-repository-lines.ts'
import { gatherRepository } from '../facts/gather-repository.ts'
import { dropReadings, lockRepository } from '../facts/readings.ts'
import { findRepository } from './repository-rows.ts'

/** Removes a repository with everything that was read from it; the repository itself is not touched. */
export const removeRepository = defineOperation({
  name: 'repository.remove',
  input: z.object({ repository: z.uuid() }),
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context, input) {
    await lockRepository(context.transaction, context.workspaceId, input.repository)
    const repository = await findRepository(context.transaction, context.workspaceId, input.repository)
    for (const job of repository.scan_jobs) {
      await context.jobs.cancel(gatherRepository, job)
      await context.jobs.cancel(countRepositoryLines, job)
    }
    await dropReadings(context.transaction, context.workspaceId, repository.id, null)
    await context.transaction
      .deleteFrom('repository')
      .where('workspace_id', '=', context.workspaceId)
      .where('id', '=', repository.id)
      .execute()
    context.audit({
      subject: { type: 'repository', id: repository.id },
      payload: { source: repository.source },
    })
    return { id: repository.id }
  },
})
