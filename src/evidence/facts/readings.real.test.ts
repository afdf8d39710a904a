import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aStore } from '#kernel/store/testing/a-store.ts'
import { evidenceMigrations } from './evidence-migrations.ts'
import { isThere, openReading, showReading } from './readings.ts'
import { waitingScan } from './scan-state.ts'
import { writeLines } from './write-lines.ts'

test('lines counted for an old reading and the scan that shows a new one take turns', async () => {
  const store = await aStore('postgresql', evidenceMigrations)
  const { workspaceId } = store
  const id = randomUUID()
  try {
    const [old, young] = await store.transaction(async (transaction) => {
      await transaction
        .insertInto('repository')
        .values({
          workspace_id: workspaceId,
          id,
          name: 'one',
          source_kind: 'path',
          source: '/one',
          places: [],
          added_at: new Date(),
          scan: JSON.stringify(waitingScan),
        })
        .execute()
      return [
        await openReading(transaction, workspaceId, id, 'old'),
        await openReading(transaction, workspaceId, id, 'young'),
      ]
    })
    const isShown = Promise.withResolvers<void>()
    let showing: Promise<void> | undefined
    await store.transaction(async (transaction) => {
      expect(await isThere(transaction, old.key)).toBe(true)
      showing = store.transaction(async (other) => {
        const shown = showReading(other, young.key)
        isShown.resolve()
        await shown
      })
      await isShown.promise
      await expect.poll(async () => waitingBackends(), { interval: 10 }).toBe(1)
      await writeLines(transaction, old.key, [{ commit_number: 0, counts: [0, 1, 1] }])
    })
    await showing
    const { rows } = await store.run('select reading from git_reading')
    expect(rows).toEqual([{ reading: young.key.reading }])
  } finally {
    await store.close()
  }

  async function waitingBackends(): Promise<number> {
    const { rows } = await store.run(
      'select pid from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0',
    )
    return rows.length
  }
})
