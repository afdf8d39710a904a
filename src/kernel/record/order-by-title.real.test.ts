import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aStore, engines } from '../store/testing/a-store.ts'

test.each(engines)('a list by title is read from an index on %s, either way round', async (engine) => {
  await using stack = new AsyncDisposableStack()
  const store = await aStore(engine)
  stack.defer(() => store.close())
  for (const way of ['asc', 'desc']) {
    const plan = await store.transaction(async (transaction) => {
      // So few records are sorted sooner than looked up.
      await sql`set local enable_sort = off`.execute(transaction)
      const { rows } = await sql<Record<string, string>>`explain select id from record
        where workspace_id = ${store.workspaceId} and type = 'thing'
        order by lower(record.title) collate "C" ${sql.raw(way)}, record.id ${sql.raw(way)} limit 51`.execute(
        transaction,
      )
      return rows.flatMap((row) => Object.values(row)).join('\n')
    })
    expect(plan).toContain('record_by_title')
    expect(plan).not.toContain('Sort')
  }
})
