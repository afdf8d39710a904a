import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { indentation } from './indentation.ts'
import { openRepository } from './open-repository.ts'
import { type ContentCache, readContents } from './read-contents.ts'
import { aRepository, type TestRepository } from './testing/a-repository.ts'

const looseObject = (repository: TestRepository, hash: string) =>
  join(repository.path, '.git/objects', hash.slice(0, 2), hash.slice(2))

test('text is measured, binary and large files are left out', async () => {
  const repository = aRepository().write()
  const text = repository.object('blob', 'a\n  b\n')
  const empty = repository.object('blob', '')
  const binary = repository.object('blob', Buffer.from([65, 0, 66]))
  const late = repository.object('blob', Buffer.concat([Buffer.alloc(8000, 'x'), Buffer.from([0, 10])]))
  const largest = repository.object('blob', Buffer.alloc(1_048_576, 'x\n'))
  const larger = repository.object('blob', Buffer.alloc(1_048_577, 'x\n'))
  const opened = await openRepository(repository.path)
  expect(await readContents(opened, [text, empty, binary, late, largest, larger])).toEqual(
    new Map([
      [text, { complexity: 1, lines: 2 }],
      [empty, { complexity: 0, lines: 0 }],
      [late, { complexity: 0, lines: 1 }],
      [largest, { complexity: 0, lines: 524_288 }],
    ]),
  )
})

test('many blobs of any size come out as if each were read alone', async () => {
  const repository = aRepository({ bare: true, objectFormat: 'sha256' })
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [
      `f${at}`,
      `${'  '.repeat(at % 5)}x${at} blob 7\n`.repeat((at * at) % 3000),
    ]),
  )
  repository.commit({ files }).write()
  const opened = await openRepository(repository.path)
  const blobs = repository.git('ls-tree', '-r', '--format=%(objectname) %(path)', 'main').split('\n')
  const contents = await readContents(
    opened,
    blobs.map((line) => line.split(' ')[0] ?? ''),
  )
  for (const line of blobs) {
    const [blob = '', path = ''] = line.split(' ')
    expect(contents.get(blob)).toEqual(indentation(Buffer.from(files[path] ?? '')))
  }
})

test('missing and damaged blobs are named and the others read', async () => {
  const repository = aRepository().write()
  const before = repository.object('blob', 'before\n')
  const damaged = repository.object('blob', 'damaged\n'.repeat(1000))
  const after = repository.object('blob', 'after\n')
  const missing = '1'.repeat(40)
  const file = looseObject(repository, damaged)
  const bytes = readFileSync(file)
  chmodSync(file, 0o600)
  // The header stays whole: the size can still be told, and only reading on fails.
  writeFileSync(file, bytes.subarray(0, bytes.length - 8))
  const told: string[] = []
  const opened = await openRepository(repository.path)
  const contents = await readContents(opened, [before, damaged, missing, after], new Map(), {
    onMissing: (blob) => void told.push(blob),
  })
  expect([...contents.keys()]).toEqual([before, after])
  expect(told.sort()).toEqual([missing, damaged].sort())
})

test('what was read once is not read again, be it text or not', async () => {
  const repository = aRepository().write()
  const text = repository.object('blob', 'x\n')
  const binary = repository.object('blob', '\0')
  const cache: ContentCache = new Map()
  const opened = await openRepository(repository.path)
  const first = await readContents(opened, [text, binary], cache)
  rmSync(looseObject(repository, text))
  rmSync(looseObject(repository, binary))
  const told: string[] = []
  const again = await readContents(opened, [text, binary], cache, {
    onMissing: (blob) => void told.push(blob),
  })
  expect(again).toEqual(first)
  expect(told).toEqual([])
})

test('of a partial clone what is there is read, and nothing is fetched', async () => {
  const origin = aRepository()
    .commit({ files: { a: 'here\n', b: 'there\n' } })
    .write()
  origin.git('config', 'uploadpack.allowFilter', 'true')
  const clone = aRepository()
  clone.git('remote', 'add', 'origin', `file://${origin.path}`)
  clone.git('fetch', '-q', '--filter=blob:none', 'origin', 'main')
  const here = clone.object('blob', 'here\n')
  const there = origin.git('rev-parse', 'main:b')
  const opened = await openRepository(clone.path)
  expect(opened.partial).toBe(true)
  const told: string[] = []
  const contents = await readContents(opened, [here, there], new Map(), {
    onMissing: (blob) => void told.push(blob),
  })
  expect([...contents.keys()]).toEqual([here])
  expect(told).toEqual([there])
  expect(existsSync(looseObject(clone, there))).toBe(false)
})

test('an aborted reading stops with the reason it was given', async () => {
  const repository = aRepository().write()
  const blob = repository.object('blob', 'x\n')
  const opened = await openRepository(repository.path)
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(readContents(opened, [blob], new Map(), { signal })).rejects.toThrow('enough')
})
