import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { Refusal } from '../operation/refusal.ts'
import { toRefusalOrBug } from '../operation/unexpected-error.ts'
import { openStore } from './open-store.ts'
import { aPlace } from './testing/a-store.ts'

/** A process that writes to the store, and the last number it said was committed. */
async function aWriter(folder: string) {
  const program = fileURLToPath(new URL('./testing/write-until-killed.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [program, folder, inject('databaseImage')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  if (child.stdout === null) throw new Error('It has no output.')
  const lines = createInterface(child.stdout)
  const told = { last: 0 }
  lines.on('line', (line) => {
    told.last = Number(line)
  })
  return {
    async until(n: number) {
      while (told.last < n) await once(lines, 'line')
    },
    async kill(): Promise<number> {
      const ended = once(lines, 'close')
      child.kill('SIGKILL')
      await ended
      return told.last
    },
  }
}

test('killed while writing, every acknowledged transaction is there and none by half', async () => {
  const place = await aPlace('pglite')
  onTestFinished(place.remove)
  const writer = await aWriter(place.folder)
  await writer.until(60)
  const acknowledged = await writer.kill()
  const store = await openStore(place.location, { image: null })
  onTestFinished(store.close)
  const { rows } = await sql<{ pairs: number; last: number; halves: number }>`
    select count(*) filter (where halves = 2) as pairs, count(*) filter (where halves <> 2) as halves, max(n) as last
    from (select n, count(*) as halves from pair group by n) as counted`.execute(store.database)
  expect(rows[0]?.halves).toBe(0)
  expect(rows[0]?.pairs).toBe(rows[0]?.last)
  expect(rows[0]?.last).toBeGreaterThanOrEqual(acknowledged)
})

test('a folder that another process holds is refused until that process is gone, however it went', async () => {
  const place = await aPlace('pglite')
  onTestFinished(place.remove)
  const writer = await aWriter(place.folder)
  await writer.until(1)
  const refused = openStore(place.location, { image: null })
  await expect(refused).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/process \d+/) as string,
  })
  await writer.until(5)
  await writer.kill()
  await (await openStore(place.location, { image: null })).close()
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountWorks()

function mountWorks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-mount-'))
  try {
    mount(folder, 1)
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function mount(folder: string, megabytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
}

function aSmallDisk(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-small-'))
  mount(folder, megabytes)
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

test.skipIf(!canMount)(
  'a new folder on a disk too small is refused, and nothing half made stays in the way',
  async () => {
    const disk = aSmallDisk(10)
    const folder = join(disk, 'data')
    const error: unknown = await openStore({ folder }, { image: inject('databaseImage') }).catch(
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(Refusal)
    expect(error).toMatchObject({ message: expect.stringContaining('full disk') as string })
    expect(readdirSync(folder)).not.toContain('database')
    execFileSync('mount', ['-o', 'remount,size=200m', disk])
    await (await openStore({ folder }, { image: inject('databaseImage') })).close()
  },
)

test.skipIf(!canMount).each([
  ['a table', 'insert into filler values ($1, $2)'],
  [
    'the log',
    "with kept as (insert into filler values ($1, '')) select pg_logical_emit_message(true, 'filler', $2)",
  ],
])(
  'a disk that fills up with %s is told, and whatever was acknowledged is there once there is space',
  async (_, statement) => {
    const disk = aSmallDisk(60)
    const folder = join(disk, 'data')
    const store = await openStore({ folder }, { image: inject('databaseImage') })
    await store.run('create table filler (n integer primary key, text text not null)')
    let acknowledged = 0
    const write = async () => {
      for (;;) {
        await store.run(statement, [acknowledged + 1, randomBytes(250_000).toString('hex')])
        acknowledged += 1
      }
    }
    const error: unknown = await write().catch((reason: unknown) => reason)
    expect(toRefusalOrBug(error, 'test', () => undefined)).toMatchObject({ code: 'too-much' })
    expect(acknowledged).toBeGreaterThan(10)
    await store.close()
    execFileSync('mount', ['-o', 'remount,size=300m', disk])
    const again = await openStore({ folder }, { image: null })
    onTestFinished(again.close)
    const { rows } = await sql<{ kept: number }>`select count(*) as kept from filler`.execute(again.database)
    expect(rows).toEqual([{ kept: acknowledged }])
  },
)
