import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { Refusal } from '../operation/refusal.ts'
import { openStore } from './open-store.ts'
import { aPlace } from './testing/a-store.ts'

async function aFolder(): Promise<string> {
  const place = await aPlace('pglite')
  onTestFinished(place.remove)
  return place.folder
}

async function open(folder: string) {
  return openStore({ folder }, { image: inject('databaseImage') })
}

test.each<[what: string, make: (folder: string) => void]>([
  ['a folder in the place of the lock', (folder) => mkdirSync(join(folder, 'lock'))],
  ['a lock that is none', (folder) => writeFileSync(join(folder, 'lock'), 'x'.repeat(4096))],
  ['a folder in the place of the holder', (folder) => mkdirSync(join(folder, 'holder.json'))],
  ['a folder in the place of the key', (folder) => mkdirSync(join(folder, 'workspace.key'))],
  ['a key that is none', (folder) => writeFileSync(join(folder, 'workspace.key'), 'x')],
  ['a file in the place of the database', (folder) => writeFileSync(join(folder, 'database'), 'x')],
  [
    'a folder of others in the place of the database',
    (folder) => mkdirSync(join(folder, 'database', 'theirs'), { recursive: true }),
  ],
  [
    'a database that is broken',
    (folder) => {
      mkdirSync(join(folder, 'database'))
      writeFileSync(join(folder, 'database', 'PG_VERSION'), 'x')
    },
  ],
])('a data folder with %s is refused in words that name it, time and again', async (_, make) => {
  const folder = await aFolder()
  make(folder)
  for (let times = 0; times < 2; times++) {
    const refusal: unknown = await open(folder).catch((error: unknown) => error)
    if (!(refusal instanceof Refusal)) throw new Error('It was not refused.', { cause: refusal })
    expect(refusal.message).toContain(folder)
    expect(refusal.hint).not.toBe('')
  }
})

test('a folder in which other things lie stays as open to others as it was, and what is added is not', async () => {
  const folder = await aFolder()
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'theirs.txt'), '')
  for (let times = 0; times < 2; times++) {
    await (await open(folder)).close()
    expect(statSync(folder).mode & 0o777).toBe(0o755)
  }
  const added = readdirSync(folder).filter((name) => name !== 'theirs.txt' && name !== 'lock')
  expect(added).toEqual(['database', 'workspace.key'])
  for (const name of added) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
})

test.skipIf(!existsSync('/proc/self'))(
  'a folder where none can be made is refused, and soon',
  { timeout: 5000 },
  async () => {
    await expect(open('/proc/leitstand/data')).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringContaining('cannot be made there'),
    })
  },
)
