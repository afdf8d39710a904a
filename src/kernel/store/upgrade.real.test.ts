import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { Refusal } from '../operation/refusal.ts'
import { openStore, type StoreLocation } from './open-store.ts'
import { aPlace, engines } from './testing/a-store.ts'

const notes: Migration = {
  async up(database) {
    await sql`create table note (workspace_id uuid not null, text text not null, primary key (workspace_id, text))`.execute(
      database,
    )
  },
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Refusal) return error
  throw new Error('It was not refused.', { cause: error })
}

describe.each(engines)('a store of an older version on %s', (engine) => {
  const failing: Migration = {
    async up(database) {
      await sql`create table half (id integer)`.execute(database)
      await sql`alter table note add column other text`.execute(database)
      await sql`select 1 / 0`.execute(database)
    },
  }

  /** What is there, as the version knows it that has notes and nothing newer. */
  async function anOlderOne() {
    const place = await aPlace(engine)
    onTestFinished(place.remove)
    const store = await openStore(place.location, {
      migrations: { '0100-note': notes },
      image: inject('databaseImage'),
    })
    await sql`insert into note values (${store.workspaceId}, 'kept')`.execute(store.database)
    await store.close()
    return place
  }

  const upgrade = (location: StoreLocation, migrations = {}, kept: string[] = []) =>
    openStore(location, {
      migrations: { '0100-note': notes, ...migrations },
      image: inject('databaseImage'),
      async beforeUpgrade(database) {
        const { rows } = await sql<{ text: string }>`select text from note`.execute(database)
        kept.push(...rows.map(({ text }) => text))
        return '/backups/before'
      },
    })
  const more: Migration = {
    async up(database) {
      await sql`alter table note add column more text not null default 'new'`.execute(database)
    },
  }

  test('is kept before it is brought to the newer form, and not when it has that form', async () => {
    const { location } = await anOlderOne()
    const kept: string[] = []
    const store = await upgrade(location, { '0101-more': more }, kept)
    const { rows } = await sql`select text, more from note`.execute(store.database)
    await store.close()
    expect({ rows, kept }).toEqual({ rows: [{ text: 'kept', more: 'new' }], kept: ['kept'] })
    await (await upgrade(location, { '0101-more': more }, kept)).close()
    expect(kept).toEqual(['kept'])
  })

  test('stays as it was when a migration fails half-way, and says which and where the backup is', async () => {
    const { location } = await anOlderOne()
    const refusal = await refusalOf(upgrade(location, { '0101-more': more, '0102-half': failing }))
    expect(refusal.words.en).toMatch(/0102-half failed \(.*zero\)\. Nothing was changed/)
    expect(refusal.hintWords?.de).toContain('/backups/before')
    const store = await upgrade(location)
    onTestFinished(store.close)
    const { rows } = await sql`select n.*, to_regclass('half') as half from note n`.execute(store.database)
    expect(rows).toEqual([{ workspace_id: store.workspaceId, text: 'kept', half: null }])
  })

  test('stays as it was when it cannot be kept', async () => {
    const { location } = await anOlderOne()
    const opening = openStore(location, {
      migrations: { '0100-note': notes, '0101-more': more },
      beforeUpgrade: async () => {
        throw new Refusal('conflict', { en: 'No room.', de: 'Kein Platz.' })
      },
    })
    expect((await refusalOf(opening)).message).toBe('No room.')
    const store = await upgrade(location)
    onTestFinished(store.close)
    expect((await sql`select text from note`.execute(store.database)).rows).toEqual([{ text: 'kept' }])
  })
})

test('several processes that start on an older PostgreSQL at once end up in the newer form', async () => {
  const place = await aPlace('postgresql')
  onTestFinished(place.remove)
  await (await openStore(place.location, { image: null })).close()
  let kept = 0
  const start = () =>
    openStore(place.location, {
      migrations: { '0100-note': notes },
      async beforeUpgrade(database) {
        await database.selectFrom('workspace').selectAll().execute()
        kept += 1
        return '/backups/before'
      },
    })
  const stores = await Promise.all([start(), start(), start()])
  for (const store of stores) {
    expect((await sql`select text from note`.execute(store.database)).rows).toEqual([])
    await store.close()
  }
  expect(kept).toBeGreaterThanOrEqual(1)
})
