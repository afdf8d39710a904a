import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel'
import { countRepositoryLines } from '../facts/count-repository-lines.ts'
import { gatherRepository } from '../facts/gather-repository.ts'
import { lockRepository } from '../facts/readings.ts'
import { findRepository } from './repository-rows.ts'

/** Removes a repository with everything that was read from it; the repository itself is not touched. */
export const removeRepository = defineOperation({
  name: 'repository.remove',
  summary: {
    en: 'Take a repository out of the workspace, with everything that was read of it.',
    de: 'Ein Repository aus dem Arbeitsbereich entfernen, mit allem, was daraus gelesen wurde.',
  },
  input: z.strictObject({ repository: z.uuid() }),
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context, input) {
    const { id, source } = await dropRepository(context, input.repository)
    context.audit({ subject: { type: 'repository', id }, payload: { source } })
    return { id }
  },
})

/** Takes a repository out, as part of an operation; what was read from it is cleared away by a job, which takes longer. */
export async function dropRepository(
  context: Pick<OperationContext, 'transaction' | 'workspaceId' | 'jobs'>,
  id: string,
): Promise<{ readonly id: string; readonly source: string }> {
  await lockRepository(context.transaction, context.workspaceId, id)
  const repository = await findRepository(context.transaction, context.workspaceId, id)
  for (const job of repository.scan_jobs) {
    await context.jobs.cancel(gatherRepository, job)
    await context.jobs.cancel(countRepositoryLines, job)
  }
  await context.transaction
    .deleteFrom('repository')
    .where('workspace_id', '=', context.workspaceId)
    .where('id', '=', repository.id)
    .execute()
  // A scan of what is no longer there does just that.
  await context.jobs.enqueue(gatherRepository, { repositoryId: repository.id })
  return { id: repository.id, source: repository.source }
}
