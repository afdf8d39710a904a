import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { aFolder, aRepository, type TestRepository } from '../git/testing/a-repository.ts'
import { replaceBots } from '../operations/bots.ts'
import { cancelScan } from '../operations/cancel-scan.ts'
import { listFacts } from '../operations/list-facts.ts'
import { listRows } from '../operations/list-rows.ts'
import { removeRepository } from '../operations/remove-repository.ts'
import { showFigures } from '../operations/show-figures.ts'
import type { RepositoryShape } from '../shape.ts'
import { aGathering, owner } from './testing/a-gathering.ts'

/** What nobody sees any more is cleared away a moment later, and nothing tells when. */
const aMoment = { timeout: 15_000 }

const isDone = ({ scan }: RepositoryShape) => scan.phase === 'done'
const isDoneWith = (commits: number) => (repository: RepositoryShape) =>
  isDone(repository) && repository.commits === commits

function threeCommits(): TestRepository {
  return aRepository()
    .commit({
      author: 'Zyxwia Quorl <zyxwia@quorl.example>',
      files: { 'api/a.ts': 'one\n', 'web/b.ts': 'one\n' },
    })
    .commit({ author: 'Mbrqo Tesk <mbrqo@tesk.example>', files: { 'api/a.ts': 'one\n  two\n' } })
    .commit({
      author: 'Zyxwia Quorl <zyxwia@quorl.example>',
      message: 'feat: three',
      files: { 'web/c.ts': 'x\n' },
    })
    .tag('v1.0.0')
    .write()
}

/** One of many changes to few files, for trees that grow with every commit take long to write. */
const aChange = (commit: number) => ({ files: { [`f${commit % 50}.ts`]: `${commit}\n` } })

describe.each(engines)('gathering on %s', (engine) => {
  let gathering: Awaited<ReturnType<typeof aGathering>>
  beforeAll(async () => {
    gathering = await aGathering(engine)
  })
  afterAll(async () => gathering.close())

  test('a repository that is added is read, and what is known equals what git says', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    const known = await gathering.until(id, isDone)
    expect(known).toMatchObject({
      commits: Number(repository.git('rev-list', '--count', 'HEAD')),
      head: repository.git('rev-parse', 'HEAD'),
      branch: 'main',
      merges: 0,
      people: 2,
      bots: 0,
      releases: 1,
      files: 3,
    })
    expect(known.generation).toBeGreaterThan(0)
  })

  // Early, for it reads everything again that was read so far.
  test('a name that is added to the list of bots is one in everything read before', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    expect(await gathering.until(id, isDone)).toMatchObject({ people: 2, bots: 0 })
    await perform(gathering.kernel, replaceBots, owner, { own: ['mbrqo'] })
    const isBot = (known: RepositoryShape) => isDone(known) && known.bots === 1
    expect(await gathering.until(id, isBot)).toMatchObject({ people: 1, commits: 3 })
    await perform(gathering.kernel, replaceBots, owner, { own: [] })
    await gathering.until(id, (known) => isDone(known) && known.people === 2)
  })

  test('what is removed while it is read leaves nothing behind', async () => {
    const repository = aRepository()
    for (let commit = 0; commit < 2200; commit++) repository.commit(aChange(commit))
    const id = await gathering.add(repository.write().path)
    await gathering.until(id, ({ scan }) => scan.phase === 'history' && scan.done > 0)
    await perform(gathering.kernel, removeRepository, owner, { repository: id })
    // The next repository waits for its turn, so the one that was removed has come to its end.
    await gathering.until(await gathering.add(threeCommits().path), isDone)
    await expect.poll(() => storedCommits(id), aMoment).toBe(0)
  })

  test('a repository without a change within a year has no hotspots, and says so as a figure', async () => {
    const id = await gathering.add(
      aRepository()
        .commit({ at: '2020-01-06T10:00:00Z', files: { 'a/x.ts': 'x\n' } })
        .write().path,
    )
    await gathering.until(id, (known) => isDone(known))
    const { figures } = await perform(gathering.kernel, showFigures, owner, { repository: id })
    const hotspot = figures.find((figure) => figure.id === 'structure.hotspot')
    expect(hotspot?.reason).not.toContain('not been read')
  })

  test('a repository that is added twice stands there once', async () => {
    const repository = threeCommits()
    const first = await gathering.add(repository.path)
    const second = await gathering.add(repository.path)
    expect(second).toBe(first)
    await gathering.until(first, isDone)
  })

  test('a release counts from the moment it was read, or from its date where that is still to come', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    await gathering.until(id, isDone)
    const now = Math.floor(Date.now() / 1000) * 1000
    const later = now + 3_600_000
    repository.commit({ at: now - 1000, files: { 'web/d.ts': 'y\n' } }).tag('v2.0.0', { at: now })
    repository.commit({ at: now, files: { 'web/e.ts': 'y\n' } }).tag('v3.0.0', { at: later })
    repository.write()
    await gathering.scan(id)
    await gathering.until(id, isDoneWith(5))
    const releases = async (clock: () => Date) => {
      const rows = await perform({ ...gathering.kernel, clock }, listRows, owner, {
        repository: id,
        table: 'releases',
      })
      return rows.rows.map((row) => ('tag' in row ? row.tag : null))
    }
    expect(await releases(() => new Date(now))).toEqual(['v2.0.0', 'v1.0.0'])
    expect(await releases(() => new Date(later + 60_000))).toEqual(['v3.0.0', 'v2.0.0', 'v1.0.0'])
  })

  test('a rescan adds what is new and nothing twice', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    await gathering.until(id, isDone)
    repository.commit({ files: { 'web/d.ts': 'y\n' } }).write()
    await gathering.scan(id)
    await gathering.until(id, isDoneWith(4))
    expect(await storedCommits(id)).toBe(4)
  })

  test('after a force-push the rewritten commits count once and the old ones not at all', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    await gathering.until(id, isDone)
    const kept = repository.git('rev-parse', 'HEAD~2')
    repository.git('update-ref', 'refs/heads/main', kept)
    repository.git('reflog', 'expire', '--expire=now', '--all')
    await gathering.scan(id)
    const known = await gathering.until(id, isDoneWith(1))
    expect(known.head).toBe(kept)
    expect(known.files).toBe(2)
  })

  test('a mailmap that is added joins two addresses in everything read before', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    expect(await gathering.until(id, isDone)).toMatchObject({ people: 2 })
    repository
      .commit({
        author: 'Zyxwia Quorl <zyxwia@quorl.example>',
        files: { '.mailmap': 'Zyxwia Quorl <zyxwia@quorl.example> <mbrqo@tesk.example>\n' },
      })
      .write()
    await gathering.scan(id)
    expect(await gathering.until(id, isDoneWith(4))).toMatchObject({ people: 1 })
    await expect.poll(() => storedCommits(id), aMoment).toBe(4)
  })

  test('a commit whose files could not be told is read again once its objects are back', async () => {
    const repository = aRepository()
      .commit({ files: { 'x/a': '1' } })
      .commit({ files: { 'x/a': '2' } })
      .write()
    const objects = join(repository.path, '.git', 'objects')
    const packs = readdirSync(join(objects, 'pack')).map((name) => join(objects, 'pack', name))
    const aside = aFolder()
    for (const pack of packs) renameSync(pack, join(aside, basename(pack)))
    for (const pack of readdirSync(aside).filter((name) => name.endsWith('.pack'))) {
      execFileSync('git', ['-C', repository.path, 'unpack-objects', '-q'], {
        input: readFileSync(join(aside, pack)),
      })
    }
    const tree = repository.git('rev-parse', 'HEAD~1:x')
    const lost = join(objects, tree.slice(0, 2), tree.slice(2))
    renameSync(lost, join(aside, 'lost'))
    const id = await gathering.add(repository.path)
    expect((await gathering.until(id, isDone)).unreadable.length).toBeGreaterThan(0)
    renameSync(join(aside, 'lost'), lost)
    await gathering.scan(id)
    const known = await gathering.until(id, (now) => isDone(now) && now.unreadable.length === 0)
    expect(known.commits).toBe(2)
  })

  test('an empty repository is read as empty, and its figures say why there are none', async () => {
    const id = await gathering.add(aRepository().write().path)
    expect(await gathering.until(id, isDone)).toMatchObject({ commits: 0, head: null, files: 0 })
    const { figures } = await perform(gathering.kernel, showFigures, owner, { repository: id })
    expect(figures.length).toBeGreaterThan(10)
    for (const figure of figures) {
      expect(figure.value, figure.id).toBeNull()
      expect(figure.reason, figure.id).toBeTruthy()
    }
  })

  test('a repository that vanishes fails with words, and what was known of it stays', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    await gathering.until(id, isDone)
    repository.remove()
    await gathering.scan(id)
    const known = await gathering.until(id, ({ scan }) => scan.phase === 'failed')
    expect(known.scan.error?.message).toContain(repository.path)
    expect(known.commits).toBe(3)
  })

  test('no table holds a name or an address of an author', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    await gathering.until(id, isDone)
    const everything = JSON.stringify([
      await gathering.kernel.store.run('select * from git_commit'),
      await gathering.kernel.store.run('select * from git_reading'),
      await gathering.kernel.store.run('select * from git_file'),
      await gathering.kernel.store.run('select * from audit'),
    ])
    expect(everything.includes('feat: three')).toBe(true)
    // A match in place of the text, which would fill the screen.
    expect(/zyxwia|quorl|mbrqo|tesk/i.exec(everything)).toBeNull()
  })

  test('the facts behind a figure are commits with a day, and carry no author', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    await gathering.until(id, isDone)
    const question = { repository: id, measure: 'delivery.batch-size', weeks: 52 }
    const { facts, total } = await perform(gathering.kernel, listFacts, owner, question)
    expect(total).toBe(3)
    expect(facts[0]).toEqual({
      hash: repository.git('rev-parse', 'HEAD'),
      day: repository.git('log', '-1', '--date=format:%Y-%m-%d', '--format=%cd'),
      subject: 'feat: three',
      component: 'web',
    })
  })

  test('a person-near measure has no list of facts', async () => {
    const id = await gathering.add(threeCommits().path)
    await gathering.until(id, isDone)
    const question = { repository: id, measure: 'pace.out-of-hours' }
    await expect(perform(gathering.kernel, listFacts, owner, question)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('what is removed is gone with everything that was read from it', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    await gathering.until(id, isDone)
    await perform(gathering.kernel, removeRepository, owner, { repository: id })
    await expect.poll(() => storedCommits(id), aMoment).toBe(0)
  })

  test('lines are counted in the background and stay known when more commits come', async () => {
    const repository = threeCommits()
    const id = await gathering.add(repository.path)
    await gathering.until(id, isDone)
    await untilLines(id, 3)
    repository.commit({ files: { 'web/d.ts': 'y\nz\n' } }).write()
    await gathering.scan(id)
    await gathering.until(id, isDoneWith(4))
    await untilLines(id, 4)
    const { rows } = await gathering.kernel.store.run(
      `select sum(counts[at + 1])::integer as added, sum(counts[at + 2])::integer as deleted
        from git_line_count, generate_series(1, cardinality(counts), 3) as at where repository_id = $1`,
      [id],
    )
    const numbers = repository.git('log', '--numstat', '--format=').split('\n').filter(Boolean)
    const sum = (column: number) =>
      numbers.reduce((total, line) => total + Number(line.split('\t')[column]), 0)
    expect(rows).toEqual([{ added: sum(0), deleted: sum(1) }])
  })

  test('a cancelled scan says so, and the next one goes on to the end', async () => {
    const repository = aRepository()
    for (let commit = 0; commit < 5000; commit++) repository.commit(aChange(commit))
    const id = await gathering.add(repository.write().path)
    await gathering.until(id, ({ scan }) => scan.phase === 'history' && scan.done > 0)
    await perform(gathering.kernel, cancelScan, owner, { repository: id })
    const cancelled = await gathering.until(
      id,
      ({ scan }) => scan.phase === 'cancelled' || scan.phase === 'done',
    )
    expect(cancelled.scan.phase).toBe('cancelled')
    const before = await storedCommits(id)
    expect(before).toBeGreaterThan(0)
    await gathering.scan(id)
    await gathering.until(id, isDoneWith(5000))
    expect(await storedCommits(id)).toBe(5000)
  })

  test('nothing is a bug in any of this', () => {
    expect(gathering.bugs).toEqual([])
  })

  async function storedCommits(id: string): Promise<number> {
    const { rows } = await gathering.kernel.store.run(
      'select count(*)::integer as commits from git_commit where repository_id = $1',
      [id],
    )
    const [row] = rows as { commits: number }[] // the columns that the statement names
    return row?.commits ?? -1
  }

  async function untilLines(id: string, commits: number): Promise<void> {
    await expect
      .poll(
        async () => {
          const { rows } = await gathering.kernel.store.run(
            'select count(*)::integer as counted from git_line_count where repository_id = $1',
            [id],
          )
          return rows
        },
        { timeout: 15_000 },
      )
      .toEqual([{ counted: commits }])
  }
})
