import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGathering } from '#evidence/facts/testing/a-gathering.ts'
import { aRepository } from '#evidence/git/testing/a-repository.ts'
import { perform, recordOperations, startJobs, type Actor } from '#kernel'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { engines } from '#kernel/store/testing/a-store.ts'
import { allMigrations } from './migrations.ts'
import { linkRules, records } from './records.ts'
import { agreeToBet } from './roadmap/agree-to-bet.ts'
import { assignChanges } from './roadmap/alignment/assign-changes.ts'
import { listGoalChanges } from './roadmap/alignment/list-changes.ts'
import { listUnjoined } from './roadmap/alignment/list-unjoined.ts'
import { showAlignment } from './roadmap/alignment/show-alignment.ts'
import { answerForecast } from './roadmap/answer-forecast.ts'
import { bet } from './roadmap/bet.record.ts'
import { breakRecord } from './roadmap/break.record.ts'
import { answerBacktest, readPast } from './roadmap/kept/backtest-teams.ts'
import { explainBet, readMove } from './roadmap/kept/explain-bet.ts'
import { answerGoalTree } from './roadmap/goal-tree/answer-tree.ts'
import { readGoalTree } from './roadmap/goal-tree/read-tree.ts'
import { keepForecastJob } from './roadmap/kept/keep-forecast-job.ts'
import { showKeptForecast } from './roadmap/kept/show-kept.ts'
import { answerMoved, readMoved } from './roadmap/kept/show-moved.ts'
import { readForecast } from './roadmap/read-forecast.ts'
import { goal } from './strategy/goal.record.ts'
import { person } from './team/person.record.ts'
import { team } from './team/team.record.ts'

const owner: Actor = { kind: 'local' }
const member: Actor = { kind: 'user', id: 'm1', roles: ['member'] }
const day = 86_400_000

/** One delivered change on each of the last working days, in the folder of the shop; every third names BET-1. */
function aYearOfWork() {
  const repository = aRepository()
  const today = Date.parse(`${new Date().toISOString().slice(0, 10)}T10:00:00Z`)
  let number = 0
  for (let back = 200; back >= 1; back--) {
    const at = today - back * day
    if ([0, 6].includes(new Date(at).getUTCDay())) continue
    number += 1
    const message = number % 3 === 0 ? `feat: pay ${number} (BET-1)\n` : `feat: pay ${number}\n`
    repository.commit({
      message,
      at: new Date(at).toISOString(),
      files: {
        'shop/pay.ts': `export const n = ${number}\n`,
        ...(number === 1 ? { 'docs/a.md': 'a\n' } : {}),
      },
    })
  }
  return repository.write()
}

describe.each(engines)('the roadmap over a real repository on %s', (engine) => {
  let gathering: Awaited<ReturnType<typeof aGathering>>
  let id = ''
  const operations = new Map(records.map((definition) => [definition.type, recordOperations(definition)]))
  const create = async (definition: RecordDefinition, fields: object): Promise<RecordShape> => {
    const own = operations.get(definition.type)
    if (!own) throw new Error(`There are no operations for ${definition.type}.`)
    return perform(gathering.kernel, own.create, owner, { fields: { ...fields } })
  }
  const change = ({ type, key, version }: RecordShape, fields: object) => {
    const own = operations.get(type)
    if (!own) throw new Error(`There are no operations for ${type}.`)
    return perform(gathering.kernel, own.change, owner, { key, version, fields: { ...fields } })
  }
  const forecast = async (asked: object = {}) =>
    answerForecast(
      await perform(
        gathering.kernel,
        readForecast,
        member,
        readForecast.input.parse({ trials: 500, ...asked }),
      ),
    )

  beforeAll(async () => {
    gathering = await aGathering(engine, { records, links: linkRules, migrations: allMigrations })
    id = await gathering.add(aYearOfWork().path)
    const { name } = await gathering.until(id, ({ scan }) => scan.phase === 'done')
    await create(team, {
      name: 'Shop',
      kind: 'stream-aligned',
      components: [{ repository: name, component: 'shop', from: '2020-01-01' }],
    })
    await create(goal, { title: 'Paid at once' })
    await create(bet, { title: 'Pay', teams: ['TEAM-1'], goals: ['GOAL-1'], low: 5, high: 5, order: 1 })
    await create(bet, { title: 'Search', teams: ['TEAM-1'], after: ['BET-1'] })
  }, 120_000)
  afterAll(() => gathering.close())

  test('a pace of one change a day finishes five changes in five working days, and says from how much', async () => {
    const told = await forecast()
    const [pay, search] = told.bets
    expect(told).toMatchObject({
      window: { days: 65 },
      teams: [{ key: 'TEAM-1', counted: 'all', people: null, changes: 65 }],
      unread: [],
    })
    expect(pay).toMatchObject({ key: 'BET-1', percentiles: { '50': 5, '85': 5, '95': 5 }, reason: null })
    expect(search).toMatchObject({ key: 'BET-2', percentiles: null })
    expect(search?.reason).toContain('It has no size.')
    expect((await forecast({ language: 'de' })).bets[1]?.reason).toContain('Sie hat keine Größe.')
  })

  test('what was delivered comes to its bet, its goal and its team, and the rest is found in groups', async () => {
    const asked = { weeks: 13 }
    const told = await perform(gathering.kernel, showAlignment, member, asked)
    const { changes, joined, toGoal } = told.whole
    expect(changes).toBeGreaterThan(60)
    expect(Math.abs(joined - changes / 3)).toBeLessThan(2)
    expect(toGoal).toBe(joined)
    expect(told.teams).toEqual([{ team: 'TEAM-1', name: 'Shop', ...told.whole }])
    expect(told.bets).toEqual([{ bet: 'BET-1', changes: joined, goals: ['GOAL-1'] }])
    expect(JSON.stringify(told)).not.toContain('@')

    const { groups } = await perform(gathering.kernel, listUnjoined, member, asked)
    expect(groups.map(({ folder, hashes, proposal }) => [folder, hashes.length, proposal?.bet])).toEqual([
      ['shop', changes - joined, 'BET-1'],
    ])
    const hashes = groups[0]?.hashes ?? []
    await perform(gathering.kernel, assignChanges, owner, {
      repository: id,
      hashes: [...hashes],
      bet: 'BET-2',
    })
    const after = await perform(gathering.kernel, showAlignment, member, asked)
    expect(after.whole).toMatchObject({
      changes,
      joined: changes,
      toGoal: joined,
      ways: { assigned: hashes.length },
    })
    const { name } = await gathering.until(id, ({ scan }) => scan.phase === 'done')
    await perform(gathering.kernel, assignChanges, owner, { repository: name, hashes: [...hashes] })
    expect((await perform(gathering.kernel, showAlignment, member, asked)).whole).toEqual(told.whole)
  })

  test('goals stand in a tree with their bets, the chance that these are in time, and what reached them', async () => {
    const tree = async (asked: object = {}) =>
      answerGoalTree(await perform(gathering.kernel, readGoalTree, member, readGoalTree.input.parse(asked)))
    const { goals, betsWithoutGoal } = await tree()
    const [timeless] = goals
    expect(betsWithoutGoal).toBe(1)
    expect(timeless).toMatchObject({
      key: 'GOAL-1',
      work: 'own',
      outlook: { open: 1, known: 0, likely: 0 },
      bets: [{ key: 'BET-1', chance: null, reason: null }],
    })
    const { whole } = await perform(gathering.kernel, showAlignment, member, { weeks: 13 })
    expect(timeless?.changes).toEqual({ own: whole.toGoal, below: whole.toGoal })
    const soon = new Date(Date.now() + 60 * day).toISOString().slice(0, 10)
    const show = (key: string) => perform(gathering.kernel, recordOperations(goal).show, owner, { key })
    await change(await show('GOAL-1'), { due: soon })
    const company = await create(goal, { title: 'Carried by itself' })
    await change(await show('GOAL-1'), { parent: company.key })
    await expect(change(company, { parent: 'GOAL-1' })).rejects.toThrow(
      'would lead back to this record itself',
    )
    await expect(change(company, { parent: company.key })).rejects.toMatchObject({ code: 'invalid' })
    const placed = await tree({ goals: 'all' })
    expect(placed.goals).toMatchObject([
      { key: company.key, depth: 0, work: 'below', changes: { own: 0, below: whole.toGoal } },
      { key: 'GOAL-1', depth: 1, parent: company.key, outlook: { open: 1, known: 1, likely: 1 } },
    ])
    const listed = await perform(gathering.kernel, listGoalChanges, member, { key: company.key, limit: 1 })
    expect(listed).toMatchObject({
      total: whole.toGoal,
      next: 1,
      changes: [{ bets: ['BET-1'], way: 'message' }],
    })
    const own = { key: company.key, below: 'no' }
    expect(await perform(gathering.kernel, listGoalChanges, member, own)).toMatchObject({ total: 0 })
    const guest: Actor = { kind: 'user', id: 'g', roles: ['guest'] }
    const forbidden = { code: 'forbidden' }
    await expect(perform(gathering.kernel, readGoalTree, guest, {})).rejects.toMatchObject(forbidden)
    await expect(perform(gathering.kernel, listGoalChanges, guest, own)).rejects.toMatchObject(forbidden)
  })

  test('what was done for a bet stays when it is put away, and the plan has it no more', async () => {
    const { kernel } = gathering
    const verbs = operations.get('bet')! // one of the types above
    const before = (await perform(kernel, showAlignment, member, { weeks: 13 })).whole
    await perform(kernel, verbs.archive, owner, { key: 'BET-1', version: 1 })
    expect((await perform(kernel, showAlignment, member, { weeks: 13 })).whole).toEqual(before)
    expect((await forecast()).bets.map(({ key }) => key)).toEqual(['BET-2'])
    await perform(kernel, verbs.restore, owner, { key: 'BET-1', version: 2 })
  })

  test('days that nobody forecasts from are left out, and no record keeps the others from their forecast', async () => {
    const far = { title: 'Far', wanted: '1960-01-01', wantedReason: 'Long ago' }
    const old = await create(bet, { ...far, teams: ['TEAM-1'], low: 1, high: 1, order: 2 })
    await create(breakRecord, { title: 'Before all', from: '1960-01-01', until: '1970-01-05' })
    await create(breakRecord, { title: 'Far ahead', from: '2090-01-01', until: '2199-12-31' })
    const always = await create(breakRecord, { title: 'Always', from: '1960-01-01', until: '2199-12-31' })
    expect((await forecast()).bets.find(({ key }) => key === 'BET-1')).toMatchObject({ percentiles: null })
    const verbs = operations.get('break')! // one of the types above
    await perform(gathering.kernel, verbs.archive, owner, { key: always.key, version: 1 })
    await perform(gathering.kernel, operations.get('bet')!.archive, owner, { key: old.key, version: 1 }) // one of the types above
    expect((await forecast()).bets.find(({ key }) => key === 'BET-1')).toMatchObject({
      percentiles: { '85': 5 },
    })
  })

  test('a day that the calendar does not have is refused', async () => {
    for (const day of ['2026-02-31', '0000-01-01', '2026-13-41'])
      await expect(perform(gathering.kernel, showKeptForecast, member, { day })).rejects.toMatchObject({
        code: 'invalid',
      })
  })

  test('changes that are not there are assigned to nothing, and members assign none', async () => {
    const given = { repository: id, hashes: ['0'.repeat(40)], bet: 'BET-1' }
    await expect(
      perform(gathering.kernel, assignChanges, owner, { ...given, repository: 'nowhere' }),
    ).rejects.toMatchObject({ code: 'not-found', words: { en: 'There is no repository nowhere.' } })
    await expect(perform(gathering.kernel, assignChanges, owner, given)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(perform(gathering.kernel, assignChanges, member, given)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('somebody who joins makes it sooner and somebody who leaves later, through the people of the team', async () => {
    const soon = new Date(Date.now() + day).toISOString().slice(0, 10)
    await create(person, { name: 'One', team: 'TEAM-1' })
    const two = await create(person, { name: 'Two', team: 'TEAM-1', end: soon })
    const [pay] = (await forecast()).bets
    expect(pay?.percentiles?.['85']).toBeGreaterThan(5)
    await change(two, { end: null })
    expect((await forecast()).bets[0]?.percentiles?.['85']).toBe(5)
  })

  test('a forecast is kept once a day, and a date that moved is put down to its cause', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const asked = { key: 'BET-1', since: today }
    await expect(perform(gathering.kernel, readMove, member, asked)).rejects.toMatchObject({
      code: 'not-found',
    })
    const { kernel } = gathering
    const jobs = startJobs(kernel, [keepForecastJob], { work: false })
    const run = () =>
      keepForecastJob.run(
        {
          kernel,
          actor: { kind: 'system', job: 'keep-forecast' },
          signal: new AbortController().signal,
        } as never, // all that it asks of its context
        {},
      )
    await run()
    await run()
    await jobs.stop()
    const kept = await perform(kernel, showKeptForecast, member, {})
    expect(kept).toMatchObject({ day: today, days: [today], bets: [{ key: 'BET-1' }] })
    const shown = await perform(kernel, operations.get('bet')!.show, owner, { key: 'BET-1' }) // one of the types above
    await change(shown, { high: 15, low: 15 })
    const { move } = await explainBet(await perform(kernel, readMove, member, asked))
    expect(move).toMatchObject({ days: 10, because: [{ group: 'scope', days: 10 }, {}, {}, {}] })

    const moved = await answerMoved(
      await perform(kernel, readMoved, member, readMoved.input.parse({ since: today })),
    )
    expect(moved).toMatchObject({ asked: today, since: today, keptSince: today })
    const [pay] = moved.bets
    expect(pay).toMatchObject({ key: 'BET-1', became: 'moved', resized: { from: [5, 5], to: [15, 15] } })
    expect(pay?.later).toBeGreaterThanOrEqual(14)
    const early = { since: '2020-01-01' }
    expect(await answerMoved(await perform(kernel, readMoved, member, readMoved.input.parse(early)))).toEqual(
      { asked: '2020-01-01', since: null, keptSince: today, bets: [] },
    )
  })

  test('the past is played again for everything and for each team', async () => {
    const told = await answerBacktest(
      await perform(gathering.kernel, readPast, member, readPast.input.parse({ size: 3, window: 20 })),
    )
    expect(told.calibrations.map(({ team: key }) => key)).toEqual([null, 'TEAM-1'])
    for (const { judged, levels } of told.calibrations) {
      expect(judged).toBeGreaterThan(2)
      expect(levels.map(({ of, share, reason }) => [of, share, reason?.slice(0, 4)])).toEqual(
        Array.from({ length: 4 }, () => [judged, null, 'Only']),
      )
    }
  })

  test('the third agreement makes an idea shaped; a member speaks for nobody else', async () => {
    const agree = (side: 'product' | 'design' | 'engineering', actor: Actor) =>
      perform(gathering.kernel, agreeToBet, actor, { key: 'BET-2', side })
    await expect(agree('product', member)).rejects.toMatchObject({ code: 'forbidden' })
    await agree('product', owner)
    expect((await agree('design', owner)).fields['state']).toBe('idea')
    const shaped = await agree('engineering', owner)
    expect(shaped.fields['state']).toBe('shaped')
    expect(shaped.fields['agreements']).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }])
  })

  test('nothing of this was a bug', () => {
    expect(gathering.bugs).toEqual([])
  })
})
