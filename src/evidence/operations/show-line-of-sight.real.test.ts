import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLinkOperation, perform, recordOperations, type Actor } from '#kernel'
import { secret, thing, thingLinks, thingMigrations } from '#kernel/record/testing/a-thing.ts'
import { engines } from '#kernel/store/testing/a-store.ts'
import { aGathering, owner } from '../facts/testing/a-gathering.ts'
import { aRepository, type TestRepository } from '../git/testing/a-repository.ts'
import { showLineOfSight } from './show-line-of-sight.ts'

const member: Actor = { kind: 'user', id: 'm1', roles: ['member'] }
const guest: Actor = { kind: 'user', id: 'g1', roles: ['guest'] }
const house = { records: [thing, secret], links: thingLinks, migrations: thingMigrations }
const things = recordOperations(thing)
const secrets = recordOperations(secret)

describe.each(engines)('lines of sight with commits on %s', (engine) => {
  let gathering: Awaited<ReturnType<typeof aGathering>>
  beforeAll(async () => {
    gathering = await aGathering(engine, house)
  })
  afterAll(async () => gathering.close())

  const aThing = async (name: string) =>
    (await perform(gathering.kernel, things.create, owner, { fields: { name } })).key
  const aSecret = async (name: string) =>
    (await perform(gathering.kernel, secrets.create, owner, { fields: { name } })).key
  const link = (from: string, relation: string, to: string) =>
    perform(gathering.kernel, addLinkOperation, owner, { from, relation, to })
  const sight = (subject: string, actor: Actor = owner, page: object = {}) =>
    perform(gathering.kernel, showLineOfSight, actor, { subject, ...page })
  const subjects = async (subject: string, actor?: Actor) =>
    (await sight(subject, actor)).commits.map((commit) => commit.subject)
  const gather = async (repository: TestRepository, id?: string) => {
    const added = id ?? (await gathering.add(repository.path))
    if (id !== undefined) await gathering.scan(id)
    const head = repository.hash('main')
    await gathering.until(added, (shape) => shape.head === head && shape.scan.phase === 'done')
    return added
  }

  test('a record is told the commits that name it in a message, a trailer or the line of a merge', async () => {
    const [goal, bet] = [await aThing('Goal'), await aThing('Bet')]
    await link(bet, 'serves', goal)
    const repository = aRepository()
      .commit({ message: 'Begin, in UTF-8\n', files: { a: '1\n' } })
      .commit({ message: `Say ${goal} at once\n`, files: { a: '2\n' } })
      .commit({ branch: 'side', message: `Try it\n\nServes: ${bet}\n`, files: { b: '1\n' } })
      .merge('side', { message: `Merge branch 'side/${bet.toLowerCase()}-try'\n` })
      .write()
    const id = await gather(repository)
    const merge = `Merge branch 'side/${bet.toLowerCase()}-try'`
    expect(await subjects(goal)).toEqual([merge, 'Try it', `Say ${goal} at once`])
    expect(await subjects(bet)).toEqual([merge, 'Try it'])
    const { records, commits, total, next } = await sight(goal, owner, { limit: 2 })
    expect(records.map(({ key, distance }) => [key, distance])).toEqual([
      [goal, 0],
      [bet, -1],
    ])
    expect([total, next]).toEqual([3, '2'])
    expect(commits[1]).toEqual({
      hash: repository.hash('side'),
      day: '2026-01-05',
      subject: 'Try it',
      repository: { id, name: expect.any(String) },
      names: [bet],
    })
    const rest = await sight(goal, owner, { limit: 2, cursor: 2 })
    expect(rest.commits.map((commit) => commit.subject)).toEqual([`Say ${goal} at once`])
    expect(rest.next).toBeNull()
  })

  test('a commit leads up to what it names and what that serves, by its hash or the first digits', async () => {
    const [goal, bet, other] = [await aThing('Goal'), await aThing('Bet'), await aThing('Other')]
    await link(bet, 'serves', goal)
    await link(other, 'serves', bet)
    const repository = aRepository()
      .commit({ message: `Build ${bet} with SHA-256 and THING-99999\n`, files: { a: '1\n' } })
      .write()
    await gather(repository)
    const hash = repository.hash('main')
    const { records, steps, commits } = await sight(hash.slice(0, 12).toUpperCase())
    expect(records.map(({ key, distance }) => [key, distance])).toEqual([
      [goal, 2],
      [bet, 1],
    ])
    expect(steps).toEqual([{ from: bet, relation: 'serves', to: goal }])
    expect(commits.map((commit) => [commit.hash, commit.names])).toEqual([[hash, [bet]]])
    await expect(sight('0123456789')).rejects.toThrow('There is no commit 0123456789.')
    await expect(sight('THING-99999')).rejects.toThrow('There is no record THING-99999.')
    await expect(sight('nonsense')).rejects.toThrow('There is no record nonsense.')
  })

  test('what the actor may not see is neither named nor passed through, and a guest sees nothing', async () => {
    const [above, plan, below] = [await aThing('Above'), await aSecret('Plan'), await aThing('Below')]
    await link(plan, 'affects', above)
    await link(below, 'serves', plan)
    const repository = aRepository()
      .commit({ message: `Serve ${plan}\n`, files: { a: '1\n' } })
      .commit({ message: `Serve ${below} for ${plan}\n`, files: { a: '2\n' } })
      .write()
    await gather(repository)
    expect(await subjects(plan)).toEqual([`Serve ${below} for ${plan}`, `Serve ${plan}`])
    await expect(sight(plan, member)).rejects.toThrow(`There is no record ${plan}.`)
    const seen = await sight(below, member)
    expect(seen.records.map(({ key }) => key)).toEqual([below])
    expect(seen.commits.map(({ names }) => names)).toEqual([[below]])
    const commit = await sight(repository.hash('main'), member)
    expect([commit.records.map(({ key }) => key), commit.commits[0]?.names]).toEqual([[below], [below]])
    expect((await sight(repository.hash('main'))).records.map(({ key }) => key)).toEqual([plan, below])
    await expect(sight(below, guest)).rejects.toThrow('line-of-sight.show')
  })

  test('a commit that a rebase left behind is told no more, and again once the head is back', async () => {
    const goal = await aThing('Goal')
    const repository = aRepository()
      .commit({ message: 'Begin\n', files: { a: '1\n' } })
      .commit({ message: `First try of ${goal}\n`, files: { a: '2\n' } })
      .write()
    const [begin, first] = [repository.hash('main') + '^', repository.hash('main')]
    const id = await gather(repository)
    const move = async (to: string) => {
      repository.git('update-ref', 'refs/heads/main', to)
      await gathering.scan(id)
      const head = repository.git('rev-parse', 'main').trim()
      await gathering.until(id, (shape) => shape.head === head && shape.scan.phase === 'done')
    }
    await move(begin)
    expect(await subjects(goal)).toEqual([])
    await expect(sight(first)).rejects.toThrow('There is no commit')
    await move(first)
    expect(await subjects(goal)).toEqual([`First try of ${goal}`])
  })

  test('what is told does not depend on the order in which commits arrived', async () => {
    const keys = [await aThing('One'), await aThing('Two'), await aThing('Three')]
    await link(keys[1] ?? '', 'serves', keys[0] ?? '')
    const aCommit = fc.record({
      named: fc.subarray(keys),
      branch: fc.constantFrom('main', 'side'),
      scanned: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(aCommit, { minLength: 2, maxLength: 4 }), async (commits) => {
        const repository = aRepository()
          .commit({ message: 'Begin\n', files: { a: 'x\n' } })
          .write()
        const slowly = await gather(repository)
        for (const [at, { named, branch, scanned }] of commits.entries()) {
          repository.commit({
            branch,
            message: `Step ${at} ${named.join(' ')}\n`,
            files: { [branch]: `${at}\n` },
          })
          if (branch === 'side') repository.merge('side')
          repository.write()
          if (scanned) await gather(repository, slowly)
        }
        await gather(repository, slowly)
        const copy = aRepository({ bare: true })
        copy.git('fetch', '-q', repository.path, 'main:main')
        const atOnce = await gathering.add(copy.path)
        await gathering.until(
          atOnce,
          ({ head, scan }) => head === repository.hash('main') && scan.phase === 'done',
        )
        for (const key of keys) {
          const { commits: told } = await sight(key, owner, { limit: 200 })
          const of = (id: string) =>
            told.filter((each) => each.repository.id === id).map(({ hash, names }) => [hash, names])
          expect(of(atOnce)).toEqual(of(slowly))
        }
      }),
      { numRuns: engine === 'pglite' ? 3 : 1 },
    )
    // Every example is several scans of real repositories.
  }, 60_000)
})
