import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PreparedStatements } from './prepared-statements.ts'

let database: PGlite
let statements: PreparedStatements
beforeAll(async () => {
  database = await PGlite.create()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.exec(
    'deallocate all; drop table if exists thing; create table thing (id integer primary key, at date, tags text[])',
  )
  statements = new PreparedStatements(database)
})

const kept = async () =>
  (await database.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(
    ({ statement }) => statement,
  )
const insert = (id: number, tags: readonly string[] | null = null) =>
  statements.query('insert into thing (id, at, tags) values ($1, $2, $3)', [id, '2026-02-03', tags])
const all = () => statements.query('select * from thing where id >= $1 order by id', [0])

test('a statement is kept from its second time, and answers as it did', async () => {
  const first = await insert(1, ['a', 'b,c'])
  expect(await kept()).toEqual([])
  expect(await insert(2)).toEqual(first)
  expect(await insert(3)).toMatchObject({ command: 'INSERT', affectedRows: 1 })
  const once = await all()
  expect(await all()).toEqual(once)
  expect(await all()).toEqual(once)
  expect(once.rows).toMatchObject([{ id: 1, tags: ['a', 'b,c'] }, { id: 2, tags: null }, { id: 3 }])
  expect(await kept()).toHaveLength(2)
})

test('one that fails says what PostgreSQL says, and the next is answered', async () => {
  for (const id of [1, 2, 3]) await insert(id)
  await expect(insert(3)).rejects.toMatchObject({ code: '23505', constraint: 'thing_pkey' })
  await expect(
    statements.query('select * from thing where id >= $1 order by id', ['x']),
  ).rejects.toMatchObject({
    code: '22P02',
  })
  await expect(statements.query('select * from nowhere', [])).rejects.toMatchObject({ code: '42P01' })
  await expect(statements.query('select * from nowhere', [])).rejects.toMatchObject({ code: '42P01' })
  expect((await all()).rows).toHaveLength(3)
})

test('in a transaction that failed it is refused until it is rolled back, and is kept beyond', async () => {
  for (const id of [1, 2]) await insert(id)
  await statements.query('start transaction', [])
  await expect(insert(2)).rejects.toMatchObject({ code: '23505' })
  await expect(insert(3)).rejects.toMatchObject({ code: '25P02' })
  expect(await statements.query('commit', [])).toMatchObject({ command: 'ROLLBACK' })
  await insert(3)
  expect((await all()).rows).toHaveLength(3)
})

test('a table that has another column gives it', async () => {
  for (const id of [1, 2]) await insert(id)
  await all()
  await all()
  await statements.script('select 1; select 2')
  expect(await kept()).toHaveLength(2)
  await statements.script('alter table thing add more integer default 7')
  expect(await kept()).toEqual([])
  expect((await all()).rows[0]).toMatchObject({ more: 7 })
  expect((await all()).rows[0]).toMatchObject({ more: 7 })
})

test('a change of a table that is taken back takes its statements along', async () => {
  await insert(1)
  await statements.query('start transaction', [])
  await statements.query('alter table thing add more integer default 7', [])
  for (let time = 0; time < 2; time++) expect((await all()).rows[0]).toMatchObject({ more: 7 })
  await statements.query('rollback', [])
  for (let time = 0; time < 3; time++)
    expect((await all()).rows).toEqual([{ id: 1, at: expect.anything(), tags: null }])
})

test('of many the last used stay', async () => {
  await all()
  for (let at = 0; at < 300; at++) {
    for (let time = 0; time < 2; time++) await statements.query(`select ${at} as at`, [])
    await all()
  }
  const texts = await kept()
  expect(texts).toHaveLength(200)
  expect(texts).toContain('select * from thing where id >= $1 order by id')
})

test('a table that has grown is no longer gone through row by row', async () => {
  const find = () => statements.query('select at from thing where id = $1', [7])
  const plan = async () => {
    const { rows } = await database.query<{ 'QUERY PLAN': string }>(
      `explain execute ${await nameOf('select at%')}(7)`,
    )
    return rows.map((row) => row['QUERY PLAN']).join(' ')
  }
  await statements.query('set enable_indexscan = off', [])
  for (let time = 0; time < 8; time++) await find()
  await statements.query('set enable_indexscan = on', [])
  expect(await plan()).not.toContain('Index Scan using')
  await statements.query('insert into thing (id) select * from generate_series(1, 20000)', [])
  expect(await plan()).toContain('Index Scan using')
})

async function nameOf(text: string): Promise<string> {
  const { rows } = await database.query<{ name: string }>(
    'select name from pg_prepared_statements where statement like $1',
    [text],
  )
  return rows[0]?.name ?? ''
}
