import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { inject, afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { uploadAttachment } from '#kernel/attachments/upload-attachment.ts'
import { verifyChain } from '#kernel/audit/verify-chain.ts'
import { perform } from '#kernel/operation/perform.ts'
import { aThingKernel, everythingIn, things } from '../files/testing/a-thing-kernel.ts'
import { createKernel, type Kernel } from '#kernel/operation/kernel.ts'
import { secret as secretPlan, thing, thingLinks, thingMigrations } from '#kernel/record/testing/a-thing.ts'
import type { Migrations } from '#kernel/store/migrate.ts'
import type { Store } from '#kernel/store/open-store.ts'
import { aPlace, engines, type EngineName } from '#kernel/store/testing/a-store.ts'
import { restoreStore, verifyBackup } from './restore-store.ts'
import { writeBackup } from './write-backup.ts'

const secret = 'correct horse battery staple'
const blanks = { odd: { passing: `'{}'` } }

/** A table with a value of every type that a column of this product has, and with rows that refer to each other. */
const oddMigrations: Migrations = {
  ...thingMigrations,
  '0901-odd': {
    async up(database) {
      await sql`create table odd (
        id integer primary key, parent integer references odd, "camelCase" text, at timestamptz, plain timestamp, big bigint,
        part double precision, exact numeric, yes boolean, bytes bytea, words text[], said json, known jsonb, day date,
        length interval, passing text[] not null default '{}', twice integer generated always as (id * 2) stored
      )`.execute(database)
      await sql`create table git_odd (id integer)`.execute(database)
    },
  },
}

const rows = `
  insert into odd values
    (1, null, 'a "quoted" \\ text' || chr(10) || 'with, lines	and tabs', '2026-03-29 01:30:00.123456+02', '2026-01-01', 9007199254740993,
      0.1, 123456789012345678901234567890.000001, true, '\\x00ff', array['a', null, 'b,"c'], '{"b": 1,  "a":[ ]}', '{"b": 1, "a": null}',
      '2026-02-28', '1 day 02:03:04.5', '{left,out}'),
    (2, 3, '', '-infinity', null, -1, 'NaN', 'NaN', false, '', '{}', '"text"', '"😀"', null, null, '{}'),
    (3, 2, null, null, null, null, 1e300, null, null, null, null, 'null', 'null', null, null, '{}');
  insert into git_odd values (1)`

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const everyRow = async (store: Store) =>
  (
    await store.run(
      `select to_jsonb(odd) - 'passing' as row, said::text, at::text, exact::text from odd order by id`,
    )
  ).rows

describe.each(engines)('a backup from %s', { timeout: 60_000 }, (from) => {
  let source: Kernel
  beforeAll(async () => {
    source = await aThingKernel(from, oddMigrations)
    await perform(source, things.create, { kind: 'local' }, { fields: { name: 'One', size: 0.1 } })
    await perform(source, things.create, { kind: 'local' }, { fields: { name: 'Two', parent: 'THING-1' } })
    await perform(source, things.archive, { kind: 'local' }, { key: 'THING-1', version: 1 })
    // Large enough that a few hundred of them are no page of rows.
    const content = Buffer.from('a line of text\n'.repeat(200_000)).toString('base64')
    const file = await perform(source, uploadAttachment, { kind: 'local' }, { name: 'a.txt', content })
    await perform(
      source,
      things.change,
      { kind: 'local' },
      { key: 'THING-2', version: 1, fields: { documents: [file] } },
    )
    await source.store.run(rows)
  })
  afterAll(async () => source.store.close())

  const back = (file: string) => writeBackup(source.store.database, file, secret, blanks)

  async function restored(to: EngineName, file: string, migrations = oddMigrations): Promise<Store> {
    const place = await aPlace(to)
    onTestFinished(() => place.remove())
    const store = await restoreStore(place.location, file, secret, {
      migrations,
      blanks,
      image: inject('databaseImage'),
    })
    onTestFinished(() => store.close())
    return store
  }

  test.each(engines)('gives everything back on %s, with another key', async (to) => {
    const file = join(aFolder(), 'deep', 'all.backup')
    await back(file)
    const store = await restored(to, file)
    expect(await everyRow(store)).toEqual(await everyRow(source.store))
    expect((await store.run('select count(*)::integer as count from git_odd')).rows).toEqual([{ count: 0 }])
    expect((await store.run('select distinct passing from odd')).rows).toEqual([{ passing: [] }])
    const files = `select encode(sha256(bytes), 'hex') = id as right, size from attachment`
    expect((await store.run(files)).rows).toEqual([{ right: true, size: 3_000_000 }])
    expect(await verifyChain(store.database, store.workspaceId)).toEqual(
      await verifyChain(source.store.database, source.store.workspaceId),
    )
    expect(store.workspaceKey.equals(source.store.workspaceKey)).toBe(false)
    const kernel = createKernel({ store, records: [thing, secretPlan], links: thingLinks, log: () => {} })
    expect(await everythingIn(kernel)).toEqual(await everythingIn(source))
    const next = await perform(
      kernel,
      things.create,
      { kind: 'local' },
      { fields: { name: 'Next', parent: 'THING-2' } },
    )
    expect(next.key).toBe('THING-3')
    await expect(store.run('insert into odd (id, parent) values (9, 99)')).rejects.toThrow('foreign key')
  })

  test('is of one instant, and is nothing that anybody can read', async () => {
    const file = join(aFolder(), 'all.backup')
    const writing = back(file)
    await source.store.run(`insert into odd (id, "camelCase") values (50, 'later')`)
    const { rows: count } = await writing
    expect(count).toBeGreaterThan(5)
    await source.store.run('delete from odd where id = 50')
    const bytes = readFileSync(file)
    for (const text of ['quoted', 'One', 'THING', 'odd']) expect(bytes.includes(text)).toBe(false)
  })
})

describe('a backup', { timeout: 60_000 }, () => {
  let source: Kernel
  let bytes: Buffer
  beforeAll(async () => {
    source = await aThingKernel('pglite', oddMigrations)
    // More than some pieces of what cannot be pressed.
    await source.store.run(`insert into odd (id, "camelCase")
      select n, (select string_agg(md5(n::text || m::text), '') from generate_series(1, 40) as m)
      from generate_series(1, 1200) as n`)
    const folder = mkdtempSync(join(tmpdir(), 'leitstand-backup-'))
    await writeBackup(source.store.database, join(folder, 'all'), secret, blanks)
    bytes = readFileSync(join(folder, 'all'))
    rmSync(folder, { recursive: true })
  })
  afterAll(async () => source.store.close())

  const options = { migrations: oddMigrations, blanks, image: null }

  async function verified(content: Buffer, passphrase = secret): Promise<unknown> {
    const file = join(aFolder(), 'all')
    writeFileSync(file, content)
    return verifyBackup(file, passphrase, { ...options, image: inject('databaseImage') }).catch(
      (error: unknown) => error,
    )
  }

  const flipped = (at: number) => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }
  /** With another digit in place of one of the head's. */
  const changed = (at: number) => {
    const copy = Buffer.from(bytes)
    copy.write(copy[at] === 0x30 ? '1' : '0', at)
    return copy
  }
  const piece = 65_536 + 16
  const head = () => bytes.indexOf(10) + 1

  test('is tried in a database that leaves nothing behind', async () => {
    const before = process.env['TMPDIR']
    const folder = aFolder()
    const file = join(folder, 'all')
    writeFileSync(file, bytes)
    process.env['TMPDIR'] = folder
    onTestFinished(() => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    })
    expect(bytes.length).toBeGreaterThan(300_000)
    await verifyBackup(file, secret, { ...options, image: inject('databaseImage') })
    expect(readdirSync(folder)).toEqual(['all'])
  })

  test.each<[string, () => Buffer, string]>([
    ['an altered byte at its beginning', () => flipped(head() + 5), 'was altered or cut off'],
    ['an altered byte in its middle', () => flipped(head() + piece * 2 + 9), 'was altered or cut off'],
    ['an altered byte at its end', () => flipped(bytes.length - 1), 'was altered or cut off'],
    ['a head that was altered', () => changed(25), 'does not open'],
    ['the end cut off', () => bytes.subarray(0, -1), 'was altered or cut off'],
    [
      'the end cut off after a whole piece',
      () => bytes.subarray(0, head() + piece * 2),
      'was altered or cut off',
    ],
    [
      'a piece left out',
      () => Buffer.concat([bytes.subarray(0, head() + piece), bytes.subarray(head() + piece * 2)]),
      'was altered or cut off',
    ],
    ['something behind it', () => Buffer.concat([bytes, Buffer.from('more')]), 'was altered or cut off'],
    ['its head alone', () => bytes.subarray(0, head()), 'was altered or cut off'],
    ['nothing in it', () => Buffer.alloc(0), 'is no backup of Leitstand'],
    ['something else in it', () => Buffer.from('x'.repeat(1000)), 'is no backup of Leitstand'],
    [
      'another form',
      () => Buffer.concat([Buffer.from('LEITSTAND-BACKUP 2 '), bytes.subarray(19)]),
      'has form 2',
    ],
  ])('with %s is refused', async (_what, content, told) => {
    expect(await verified(content())).toMatchObject({
      name: 'Refusal',
      message: expect.stringContaining(told),
    })
  })

  test('is refused with another passphrase, and where there is none', async () => {
    expect(await verified(bytes, 'correct horse battery stable')).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('does not open'),
    })
    const missing = verifyBackup(join(aFolder(), 'none'), secret, options)
    await expect(missing).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is never written over a file that is there, nor left half written', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'there'), 'mine')
    const write = (file: string, wrong = {}) =>
      writeBackup(source.store.database, join(folder, file), secret, { ...blanks, ...wrong })
    await expect(write('there')).rejects.toMatchObject({ code: 'conflict' })
    await expect(write('other', { odd: { id: 'nonsense' } })).rejects.toThrow('nonsense')
    expect(readdirSync(folder)).toEqual(['there'])
    expect(readFileSync(join(folder, 'there'), 'utf8')).toBe('mine')
  })

  test(
    'of an older version goes through what came after it; one of a newer version is refused',
    { timeout: 180_000 },
    async () => {
      const folder = aFolder()
      const file = join(folder, 'all')
      writeFileSync(file, bytes)
      const newer: Migrations = {
        ...oddMigrations,
        '0902-odder': {
          async up(database) {
            await sql`alter table odd add column added integer not null default 7`.execute(database)
          },
        },
      }
      const store = await restoreStore({ folder: join(folder, 'data') }, file, secret, {
        ...options,
        migrations: newer,
      })
      onTestFinished(() => store.close())
      expect((await store.run('select distinct added from odd')).rows).toEqual([{ added: 7 }])
      const older = verifyBackup(file, secret, { ...options, migrations: thingMigrations })
      await expect(older).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('0901-odd'),
      })
    },
  )
})
