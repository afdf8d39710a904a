import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AbortedTransactionError, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { Refusal } from '../operation/refusal.ts'
import { openStore, type Store, type StoreLocation } from './open-store.ts'
import { aPlace, aStore, engines, type EngineName } from './testing/a-store.ts'

const notes: Migration = {
  async up(database) {
    await sql`create table note (workspace_id uuid not null, text text not null, primary key (workspace_id, text))`.execute(
      database,
    )
  },
}

async function open(location: StoreLocation, migrations = {}): Promise<Store> {
  return openStore(location, { migrations, image: inject('databaseImage') })
}

async function aPlaceForThisTest(engine: EngineName) {
  const place = await aPlace(engine)
  onTestFinished(place.remove)
  return place
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Refusal) return error
  throw new Error('It was not refused.', { cause: error })
}

describe.each(engines)('a store on %s', (engine) => {
  let store: Store
  beforeAll(async () => {
    store = await aStore(engine, { '0100-note': notes })
  })
  afterAll(async () => store.close())

  async function addNote(database: Store['database'], text: string) {
    await sql`insert into note values (${store.workspaceId}, ${text})`.execute(database)
  }

  async function notesStarting(prefix: string) {
    const { rows } = await sql<{ text: string }>`
      select text from note where text like ${`${prefix}%`} order by text`.execute(store.database)
    return rows.map(({ text }) => text)
  }

  test('values come back in the same form from both engines', async () => {
    const { rows } = await sql`
      select 41::bigint as int8, 9007199254740993::bigint as large, sum(x) as total, avg(x) as mean,
        date '2026-02-28' as day, timestamptz '2026-02-28 12:00:00.123+01' as instant,
        array[1, null, 3]::bigint[] as list, '{}'::bigint[] as empty, array['a,b', 'c"d'] as texts,
        '{"a":[1,2]}'::jsonb as document, true as yes, 0.5::float8 as half
      from unnest(array[1, 2]::bigint[]) as x`.execute(store.database)
    expect(rows).toEqual([
      {
        int8: 41,
        large: 9007199254740993n,
        total: 3,
        mean: 1.5,
        day: '2026-02-28',
        instant: new Date('2026-02-28T11:00:00.123Z'),
        list: [1, null, 3],
        empty: [],
        texts: ['a,b', 'c"d'],
        document: { a: [1, 2] },
        yes: true,
        half: 0.5,
      },
    ])
  })

  test('a bulk insert of columns takes arrays of numbers, texts and dates', async () => {
    const days = [new Date('2026-01-01T00:00:00Z'), new Date('2026-01-02T00:00:00Z')]
    const { rows } = await sql`
      select n, t, d from unnest(${[1, 2]}::bigint[], ${['x', 'y,"z"']}::text[], ${days}::timestamptz[]) as c (n, t, d)
      order by n`.execute(store.database)
    expect(rows).toEqual([
      { n: 1, t: 'x', d: days[0] },
      { n: 2, t: 'y,"z"', d: days[1] },
    ])
  })

  test('the number of changed rows is told', async () => {
    await addNote(store.database, 'changed-1')
    await addNote(store.database, 'changed-2')
    const { numAffectedRows } = await sql`delete from note where text like 'changed-%'`.execute(
      store.database,
    )
    expect(numAffectedRows).toBe(2n)
  })

  test('a transaction that throws leaves nothing behind', async () => {
    const work = store.transaction(async (transaction) => {
      await addNote(transaction, 'thrown')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await notesStarting('thrown')).toEqual([])
  })

  test('a transaction whose failed statement was swallowed does not pass for committed', async () => {
    const work = store.transaction(async (transaction) => {
      await addNote(transaction, 'swallowed')
      await sql`select 1 / 0`.execute(transaction).catch(() => undefined)
    })
    await expect(work).rejects.toBeInstanceOf(AbortedTransactionError)
    expect(await notesStarting('swallowed')).toEqual([])
  })

  test('a database error carries its code and its constraint', async () => {
    await addNote(store.database, 'twice')
    await expect(addNote(store.database, 'twice')).rejects.toMatchObject({
      code: '23505',
      constraint: 'note_pkey',
    })
  })

  test('whoever reads beside an open transaction sees nothing of it before its commit', async () => {
    const begun = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const writing = store.transaction(async (transaction) => {
      await addNote(transaction, 'beside')
      begun.resolve()
      await mayCommit.promise
    })
    await begun.promise
    const order: string[] = []
    const reading = notesStarting('beside').then((rows) => order.push(`read ${rows.length}`))
    // The embedded database has one session and lets the reader wait; the other one answers at once.
    if (engine === 'postgresql') await reading
    mayCommit.resolve()
    await writing.then(() => order.push('committed'))
    await reading
    expect(order).toEqual(engine === 'postgresql' ? ['read 0', 'committed'] : ['committed', 'read 1'])
  })

  test('a hundred transactions at once all commit', async () => {
    const numbers = Array.from({ length: 100 }, (_, number) => number)
    await Promise.all(
      numbers.map(async (n) => store.transaction(async (inner) => addNote(inner, `many-${n}`))),
    )
    expect(await notesStarting('many-')).toHaveLength(100)
  })

  test('a failed script leaves no transaction open for whoever comes next', async () => {
    await expect(store.run('begin; select 1 / 0; commit')).rejects.toMatchObject({ code: '22012' })
    const { rows } = await store.run('select 1 as one')
    expect(rows).toEqual([{ one: 1 }])
  })

  test('maintenance runs', async () => {
    await store.maintain()
    expect(await notesStarting('beside')).toEqual(['beside'])
  })

  test('a read-only transaction refuses to write', async () => {
    const work = store.database
      .transaction()
      .setAccessMode('read only')
      .execute(async (transaction) => addNote(transaction, 'read-only'))
    await expect(work).rejects.toMatchObject({ code: '25006' })
  })
})

describe.each(engines)('opening a store on %s', (engine) => {
  test('a second opening finds the same workspace, key and rows', async () => {
    const place = await aPlaceForThisTest(engine)
    const first = await open(place.location, { '0100-note': notes })
    await sql`insert into note values (${first.workspaceId}, 'kept')`.execute(first.database)
    await first.close()
    const second = await open(place.location, { '0100-note': notes })
    onTestFinished(second.close)
    const { rows } = await sql`select text from note`.execute(second.database)
    expect(rows).toEqual([{ text: 'kept' }])
    expect([second.workspaceId, second.workspaceKey]).toEqual([first.workspaceId, first.workspaceKey])
  })

  test('the workspace key stays out of the database, in a file that only its owner reads', async () => {
    const place = await aPlaceForThisTest(engine)
    const store = await open(place.location)
    onTestFinished(store.close)
    const file = join(place.folder, 'workspace.key')
    expect(readFileSync(file, 'utf8')).toBe(store.workspaceKey.toString('hex'))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { rows } = await sql`select w::text as row from workspace w`.execute(store.database)
    expect(JSON.stringify(rows)).not.toContain(store.workspaceKey.toString('hex'))
  })

  test('another key than the one the database was made with is refused', async () => {
    const place = await aPlaceForThisTest(engine)
    await (await open(place.location)).close()
    writeFileSync(join(place.folder, 'workspace.key'), '0'.repeat(64))
    expect(await refusalOf(open(place.location))).toMatchObject({ code: 'conflict' })
  })

  test('a database that went through an unknown migration is refused, and not touched', async () => {
    const place = await aPlaceForThisTest(engine)
    await (await open(place.location, { '0100-note': notes })).close()
    const refusal = await refusalOf(open(place.location))
    expect(refusal.code).toBe('conflict')
    expect(refusal.message).toContain('0100-note')
    await (await open(place.location, { '0100-note': notes })).close()
  })

  test('a migration that fails leaves the database as it was', async () => {
    const place = await aPlaceForThisTest(engine)
    const failing: Migration = {
      async up(database) {
        await sql`create table half (id integer)`.execute(database)
        await sql`select 1 / 0`.execute(database)
      },
    }
    await expect(open(place.location, { '0100-half': failing })).rejects.toThrow('0100-half')
    const store = await open(place.location)
    onTestFinished(store.close)
    const { rows } = await sql`select to_regclass('half') as found`.execute(store.database)
    expect(rows).toEqual([{ found: null }])
  })
})

test('two processes that start on a new PostgreSQL at once end up in one workspace', async () => {
  const place = await aPlaceForThisTest('postgresql')
  const stores = await Promise.all([1, 2, 3].map(async () => open(place.location, { '0100-note': notes })))
  onTestFinished(async () => {
    for (const store of stores) await store.close()
  })
  expect(new Set(stores.map(({ workspaceId }) => workspaceId)).size).toBe(1)
})

test('a PostgreSQL that does not answer is refused without showing the password', async () => {
  const place = await aPlaceForThisTest('pglite')
  const url = 'postgresql://someone:secret@127.0.0.1:1/none'
  const refusal = await refusalOf(open({ url, folder: place.folder }))
  expect(refusal.code).toBe('not-found')
  expect(`${refusal.message} ${refusal.hint}`).not.toContain('secret')
})

describe('a data folder', () => {
  test('is closed to other users', async () => {
    const place = await aPlaceForThisTest('pglite')
    const folder = join(place.folder, 'deep', 'data')
    const store = await open({ folder })
    onTestFinished(store.close)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'database')).mode & 0o777).toBe(0o700)
  })

  test('in use is refused with the name of the process that holds it, and free again after its close', async () => {
    const place = await aPlaceForThisTest('pglite')
    const store = await open(place.location)
    const refusal = await refusalOf(open(place.location))
    expect(refusal.code).toBe('conflict')
    expect(refusal.message).toContain(`process ${process.pid}`)
    await store.close()
    await (await open(place.location)).close()
  })

  test('that is a file is refused', async () => {
    const place = await aPlaceForThisTest('pglite')
    const file = join(place.folder, 'file')
    writeFileSync(file, '')
    expect(await refusalOf(open({ folder: file }))).toMatchObject({ code: 'invalid' })
    expect(await refusalOf(open({ folder: join(file, 'below') }))).toMatchObject({ code: 'invalid' })
  })

  test.skipIf(process.getuid?.() === 0)('that cannot be written is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitstand-store-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const readOnly = join(folder, 'data')
    mkdirSync(readOnly, { mode: 0o500 })
    expect(await refusalOf(open({ folder: readOnly }))).toMatchObject({ code: 'invalid' })
  })

  test('with what a killed process left half prepared becomes a whole database', async () => {
    const place = await aPlaceForThisTest('pglite')
    const half = join(place.folder, 'database.preparing-1')
    mkdirSync(join(half, 'base'), { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18')
    const store = await open(place.location)
    onTestFinished(store.close)
    expect(existsSync(half)).toBe(false)
    expect(store.workspaceId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('becomes a database without an image, too', async () => {
    const place = await aPlaceForThisTest('pglite')
    const store = await openStore(place.location, { image: null })
    onTestFinished(store.close)
    const { rows } = await sql`select count(*) as workspaces from workspace`.execute(store.database)
    expect(rows).toEqual([{ workspaces: 1 }])
  })
})
