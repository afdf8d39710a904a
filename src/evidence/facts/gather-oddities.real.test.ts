import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '#kernel/store/testing/a-store.ts'
import { aRepository } from '../git/testing/a-repository.ts'
import { aGathering } from './testing/a-gathering.ts'

describe.each(engines)('gathering what is odd on %s', (engine) => {
  let gathering: Awaited<ReturnType<typeof aGathering>>
  beforeAll(async () => {
    gathering = await aGathering(engine)
  })
  afterAll(async () => gathering.close())

  test('a repository that lacks a commit fails with words, and others are read', async () => {
    const repository = aRepository().commit({ as: 'one' }).commit({ as: 'lost' }).commit().write().unpack()
    const lost = repository.hash('lost')
    rmSync(join(repository.path, '.git', 'objects', lost.slice(0, 2), lost.slice(2)))
    const id = await gathering.add(repository.path)
    const known = await gathering.until(id, ({ scan }) => scan.phase === 'failed')
    expect(known.scan.error?.message).toContain(lost)
    const other = await gathering.add(aRepository().commit().write().path)
    expect((await gathering.until(other, ({ scan }) => scan.phase === 'done')).commits).toBe(1)
  })

  test('paths of any length, and manifests and attributes with NUL in them, are stored', async () => {
    const long = Array.from({ length: 150 }, (_, at) =>
      createHash('sha256').update(`${at}`).digest('hex'),
    ).join('/')
    const repository = aRepository()
    for (const text of ['one\n', 'one\n  two\n', '  two\n']) {
      repository.commit({
        files: {
          [long]: text,
          'packages/a/package.json': JSON.stringify({ name: 'a\0b' }),
          'packages/b/package.json': String.raw`{"name":"a\ud800"}`,
          '.gitattributes': 'a\0b linguist-generated\n',
        },
      })
    }
    const id = await gathering.add(repository.write().path)
    const known = await gathering.until(id, ({ scan }) => ['done', 'failed'].includes(scan.phase))
    expect(known.scan.error).toBeNull()
    await expect.poll(async () => counted(id), { timeout: 15_000 }).toEqual([{ counted: 3 }])
    const { rows } = await gathering.kernel.store.run(
      'select count(*)::integer as files from git_file where repository_id = $1 and path = $2',
      [id, long],
    )
    expect(rows).toEqual([{ files: 1 }])
    const nowhere = await gathering.add(`/${long.slice(0, 4000)}`)
    expect(await gathering.add(`/${long.slice(0, 4000)}`)).toBe(nowhere)
    await gathering.until(nowhere, ({ scan }) => scan.phase === 'failed')
  })

  test('nothing of this was a bug', () => {
    expect(gathering.bugs).toEqual([])
  })

  async function counted(id: string): Promise<unknown> {
    const { rows } = await gathering.kernel.store.run(
      'select count(*)::integer as counted from git_line_count where repository_id = $1',
      [id],
    )
    return rows
  }
})
