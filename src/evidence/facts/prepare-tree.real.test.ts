import { expect, onTestFinished, test } from 'vitest'
import { aRepository } from '../git/testing/a-repository.ts'
import { aGathering } from './testing/a-gathering.ts'

test('a tree that changes as a whole is shown as a whole, and what was read of its files stays', async () => {
  const gathering = await aGathering()
  onTestFinished(() => gathering.close())
  const repository = aRepository()
    .commit({ files: { 'api/a.ts': 'one\n' } })
    .commit({ files: { 'api/a.ts': 'one\n  two\n', 'web/b.ts': 'one\n' } })
    .write()
  const id = await gathering.add(repository.path)
  const stored = async (statement: string) => (await gathering.kernel.store.run(statement, [id])).rows
  // What follows a scan in the background is told by nobody.
  const soon = (statement: string) => expect.poll(() => stored(statement), { timeout: 15_000 })
  const heads = 'select lines_head as head from git_reading where repository_id = $1'
  const head = () => [{ head: repository.git('rev-parse', 'HEAD') }]
  await soon(heads).toEqual(head())

  const files = Object.fromEntries(Array.from({ length: 700 }, (_, at) => [`many/${at}.ts`, `${at}\n`]))
  repository.commit({ files }).write()
  await gathering.scan(id)
  const known = await gathering.until(id, ({ commits, scan }) => commits === 3 && scan.phase === 'done')
  expect(known.files).toBe(702)
  await soon(`select tree, count(*)::integer as files, count(complexity)::integer as read from git_file
    where repository_id = $1 group by tree`).toEqual([{ tree: 1, files: 702, read: 702 }])
  await soon(heads).toEqual(head())
  const versions =
    'select count(distinct version)::integer as versions from git_line_survival where repository_id = $1'
  await soon(versions).toEqual([{ versions: 1 }])
  expect(gathering.bugs).toEqual([])
})
