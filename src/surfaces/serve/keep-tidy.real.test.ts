import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createKernel, type Store } from '#kernel'
import { aStore } from '#kernel/store/testing/a-store.ts'
import { keepTidy } from './keep-tidy.ts'

test('what was overwritten is cleared away after some hundred writes, and not after a few', async () => {
  const store = await aStore()
  let tidied = 0
  const counting: Store = {
    ...store,
    async maintain() {
      await store.maintain()
      tidied++
    },
  }
  const kernel = createKernel({
    store: counting,
    log: ({ error }) => {
      throw error
    },
  })
  const keeping = keepTidy(kernel)
  const afterWrites = async (writes: number) => {
    await sql`update audit_head set seq = seq + ${writes}`.execute(store.database)
    await keeping.look()
    return tidied
  }
  try {
    expect([await afterWrites(1), await afterWrites(400), await afterWrites(99)]).toEqual([1, 1, 1])
    expect(await afterWrites(1)).toBe(2)
    const { rows } = await sql<{ analyzed: boolean }>`
      select last_analyze is not null as analyzed from pg_stat_user_tables where relname = 'audit_head'`.execute(
      store.database,
    )
    expect(rows).toEqual([{ analyzed: true }])
  } finally {
    keeping.stop()
    await store.close()
  }
})
