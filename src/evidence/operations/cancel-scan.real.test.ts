import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { perform, type OperationContext } from '#kernel'
import { aGathering, owner } from '../facts/testing/a-gathering.ts'
import { aRepository } from '../git/testing/a-repository.ts'
import { cancelScan } from './cancel-scan.ts'

test('a scan that another process ends while it is being cancelled stays done', async () => {
  const gathering = await aGathering('postgresql')
  onTestFinished(gathering.close)
  const { store } = gathering.kernel
  const id = await gathering.add(
    aRepository()
      .commit({ files: { a: 'x\n' } })
      .write().path,
  )
  const { scan: done } = await gathering.until(id, ({ scan }) => scan.phase === 'done')
  await sql`update repository set scan = scan || '{"phase":"history"}'`.execute(store.database)
  const cancelling = await store.transaction(async (transaction) => {
    await sql`update repository set scan = scan || '{"phase":"done"}'`.execute(transaction)
    const refused = perform(gathering.kernel, cancelScan, owner, { repository: id }).catch(
      (error: unknown) => error,
    )
    while (!(await isWaiting(transaction)));
    return { refused }
  })
  expect(await cancelling.refused).toMatchObject({ code: 'conflict' })
  expect((await gathering.until(id, () => true)).scan.phase).toBe(done.phase)
})

/** Whether the cancelling has come to where it needs what this transaction holds. */
async function isWaiting(transaction: OperationContext['transaction']): Promise<boolean> {
  await sql`select pg_stat_clear_snapshot()`.execute(transaction)
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
      and query like '%"scan_jobs"%' and query not like '%array_append%'`.execute(transaction)
  return rows.length > 0
}
