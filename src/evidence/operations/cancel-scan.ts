import { z } from 'zod'
import { defineOperation, Refusal } from '#kernel'
import { countRepositoryLines } from '../facts/count-repository-lines.ts'
import { gatherRepository } from '../facts/gather-repository.ts'
import { noRepository } from './repository-rows.ts'

/** Ends the scan that waits or runs; what was read so far stays, and the next scan goes on from there. */
export const cancelScan = defineOperation({
  name: 'repository.cancel',
  summary: { en: 'Cancel the scan of a repository.', de: 'Den Scan eines Repositorys abbrechen.' },
  input: z.strictObject({ repository: z.uuid() }),
  access: ['owner', 'leader'],
  writes: true,
  async run(context, input) {
    const {
      id,
      scan,
      scan_jobs: jobs,
    } = await context.transaction
      .selectFrom('repository')
      .select(['id', 'scan', 'scan_jobs'])
      .where('workspace_id', '=', context.workspaceId)
      .where('id', '=', input.repository)
      // The scan goes on meanwhile, and may end.
      .forUpdate()
      .executeTakeFirstOrThrow(() => noRepository(input.repository))
    const over = scan.phase === 'done' || scan.phase === 'failed' || scan.phase === 'cancelled'
    if (over) {
      throw new Refusal(
        'conflict',
        { en: 'There is no scan to cancel.', de: 'Es gibt keinen Scan, den man abbrechen könnte.' },
        { en: 'Ask for one first.', de: 'Fordere erst einen an.' },
      )
    }
    for (const job of jobs) {
      await context.jobs.cancel(gatherRepository, job)
      await context.jobs.cancel(countRepositoryLines, job)
    }
    await context.transaction
      .updateTable('repository')
      .set({ scan: JSON.stringify({ ...scan, phase: 'cancelled' }), scan_jobs: [] })
      .where('workspace_id', '=', context.workspaceId)
      .where('id', '=', id)
      .execute()
    context.audit({ subject: { type: 'repository', id } })
    return { id }
  },
})
