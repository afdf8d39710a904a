import type { OperationContext } from '#kernel'
import { gatherRepository } from './gather-repository.ts'
import { waitingScan } from './scan-state.ts'

/** Enqueues a scan of the repository with the transaction; one that waits already is not asked for twice. */
export async function askForScan(
  context: Pick<OperationContext, 'transaction' | 'workspaceId' | 'jobs'>,
  repositoryId: string,
): Promise<void> {
  const job = await context.jobs.enqueue(gatherRepository, { repositoryId })
  if (job === null) return
  const row = await context.transaction
    .selectFrom('repository')
    .select(['scan', 'scan_jobs'])
    .where('workspace_id', '=', context.workspaceId)
    .where('id', '=', repositoryId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  const { scan, scan_jobs: before } = row
  const over = scan.phase === 'done' || scan.phase === 'failed' || scan.phase === 'cancelled'
  await context.transaction
    .updateTable('repository')
    .set({
      scan_jobs: [...before.slice(-1), job],
      // While another scan runs, where that one stands is what there is to tell.
      ...(over ? { scan: JSON.stringify(waitingScan) } : {}),
    })
    .where('workspace_id', '=', context.workspaceId)
    .where('id', '=', repositoryId)
    .execute()
}
