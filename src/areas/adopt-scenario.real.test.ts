import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform, recordOperations, type Actor, type Kernel } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { examineWorkspace } from '#workspace'
import { anAreasKernel } from './testing/an-areas-kernel.ts'
import { goal } from './strategy/goal.record.ts'
import { person } from './team/person.record.ts'
import { team } from './team/team.record.ts'
import { bet } from './roadmap/bet.record.ts'
import { breakRecord } from './roadmap/break.record.ts'
import { scenario } from './roadmap/scenario.record.ts'
import { adoptScenario } from './roadmap/scenario/adopt-scenario.ts'
import { answerComparison } from './roadmap/scenario/answer-comparison.ts'
import { readComparison } from './roadmap/scenario/read-comparison.ts'

const owner: Actor = { kind: 'local' }
const [bets, goals, teams, people, breaks, scenarios] = [bet, goal, team, person, breakRecord, scenario].map(
  recordOperations,
) as [Ops, Ops, Ops, Ops, Ops, Ops] // one of each
type Ops = ReturnType<typeof recordOperations>

describe.each(engines)('adopting a scenario on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await anAreasKernel(engine, () => new Date('2026-03-02T09:00:00Z'))
    for (const name of ['One', 'Two']) await make(teams, { name, kind: 'platform' })
    await make(people, { name: 'Ada', team: 'TEAM-1' })
  })
  afterAll(() => kernel.store.close())

  const make = async (operations: Ops, fields: object) =>
    (await perform(kernel, operations.create, owner, { fields })).key
  const show = (operations: Ops, key: string) => perform(kernel, operations.show, owner, { key })
  const adopt = (key: string, more: object = {}) =>
    perform(kernel, adoptScenario, owner, { key, why: 'The market turned.', ...more })

  test('writes all that it says at once, each record with its version, history and audit row', async () => {
    const aim = await make(goals, { title: 'Streets' })
    const [alone, other, cut, back] = [
      await make(bets, { title: 'Serves it alone', goals: [aim], learned: 'Slow.' }),
      await make(bets, { title: 'Other', low: 5, high: 9, teamSizes: [{ team: 'TEAM-1', low: 1, high: 2 }] }),
      await make(bets, { title: 'Cut' }),
      await make(bets, { title: 'Back' }),
    ]
    await perform(kernel, bets.change, owner, { key: back, version: 1, fields: { state: 'stopped' } })
    const key = await make(scenarios, {
      title: 'Houses',
      bets: [
        { bet: cut, change: 'drop' },
        { bet: other, change: 'resize', low: 20, high: 30 },
        { bet: other, change: 'move', order: 7 },
        { bet: back, change: 'add', order: 1 },
      ],
      people: [{ team: 'TEAM-1', change: 'join', count: 2, day: '2026-04-01' }],
      breaks: [
        { from: '2026-03-09', until: '2026-03-13' },
        { from: '2026-03-20', until: '2026-03-20', team: 'TEAM-2' },
      ],
      goals: [{ goal: aim, change: 'drop' }],
    })
    const answer = await adopt(key)
    expect(answer.scenario).toMatchObject({
      version: 2,
      fields: { state: 'adopted', adoptedOn: '2026-03-02', adoptedWhy: 'The market turned.' },
    })
    expect(answer.written.map((each) => each.key)).toEqual([
      alone,
      other,
      cut,
      back,
      aim,
      'BREAK-1',
      'BREAK-2',
    ])
    expect(answer).toMatchObject({ people: 1, note: { en: expect.stringContaining('was not written') } })
    expect((await show(bets, alone)).fields).toMatchObject({
      state: 'stopped',
      learned: 'Slow.',
      ended: '2026-03-02',
    })
    const changed = (await show(bets, other)).fields
    expect(changed).toMatchObject({ low: 20, high: 30, order: 7 })
    expect(changed['teamSizes']).toSatisfy((rows) => rows === null || rows.length === 0)
    expect((await show(bets, cut)).fields).toMatchObject({ state: 'stopped' })
    expect((await show(bets, back)).fields).toMatchObject({ state: 'idea', order: 1 })
    expect((await show(goals, aim)).fields).toMatchObject({ state: 'dropped' })
    expect((await show(breaks, 'BREAK-2')).fields).toMatchObject({
      title: expect.stringMatching(/^2026-03-20/),
      from: '2026-03-20',
      teams: ['TEAM-2'],
    })
    const { versions } = await perform(kernel, bets.history, owner, { key: alone })
    expect(versions[0]).toMatchObject({ version: 2, operation: 'scenario.adopt' })
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true, findings: [] })
  })

  test('an adopted scenario is kept as it was, and nobody empties what its verb wrote', async () => {
    const cut = await make(bets, { title: 'Cut later' })
    const key = await make(scenarios, { title: 'Kept', bets: [{ bet: cut, change: 'drop' }] })
    const { scenario: adopted } = await adopt(key)
    const change = (fields: object) =>
      perform(kernel, scenarios.change, owner, { key, version: adopted.version, fields: { ...fields } })
    await expect(change({ title: 'Other' })).rejects.toMatchObject({ fields: [{ path: 'title' }] })
    await expect(change({ bets: null })).rejects.toMatchObject({ fields: [{ path: 'bets' }] })
    await expect(change({ adoptedWhy: null })).rejects.toMatchObject({ fields: [{ path: 'adoptedWhy' }] })
    // What stands there already may come back with the rest of a record.
    const same = { bets: [{ change: 'drop', bet: cut }], adoptedWhy: 'The market turned.' }
    expect((await change(same)).version).toBe(adopted.version)
  })

  test('what does not fit any more is refused with each row, and nothing is written', async () => {
    const [first, second] = [await make(bets, { title: 'First' }), await make(bets, { title: 'Second' })]
    const key = await make(scenarios, {
      title: 'Late',
      bets: [first, second].map((each) => ({ bet: each, change: 'drop' })),
    })
    await perform(kernel, bets.change, owner, { key: second, version: 1, fields: { state: 'stopped' } })
    await expect(adopt(key)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`${second} is stopped already.`),
      fields: [{ path: 'bets.1' }],
    })
    expect(await show(bets, first)).toMatchObject({ version: 1, fields: { state: 'idea' } })
    expect(await show(scenarios, key)).toMatchObject({ version: 1, fields: { state: 'open' } })
  })

  test('a newer version, no reason, no difference, a second time, something else, a key: refused', async () => {
    const aBet = await make(bets, { title: 'Bet' })
    const rows = { bets: [{ bet: aBet, change: 'move', order: 3 }] }
    const key = await make(scenarios, { title: 'Once', ...rows })
    await expect(adopt(key, { version: 7 })).rejects.toMatchObject({ code: 'conflict' })
    expect((await show(bets, aBet)).version).toBe(1)
    await expect(adopt(key, { why: ' ' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(adopt(await make(scenarios, { title: 'Empty' }))).rejects.toThrow('changes nothing')
    await expect(adopt(aBet)).rejects.toMatchObject({ code: 'not-found' })
    const agent: Actor = { kind: 'api-key', id: 'k', roles: ['owner'] }
    await expect(perform(kernel, adoptScenario, agent, { key, why: 'Because.' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await adopt(key)
    await expect(adopt(key)).rejects.toThrow('is adopted already')
  })

  test('is compared before by its key or unsaved, and refused where it is not valid', async () => {
    const aBet = await make(bets, { title: 'Compared' })
    const key = await make(scenarios, { title: 'Compared', bets: [{ bet: aBet, change: 'drop' }] })
    const differences = { bets: [{ bet: aBet, change: 'resize', low: 2, high: 3 }] }
    const read = await perform(kernel, readComparison, owner, { scenarios: [{ key }, { differences }] })
    const answer = await answerComparison(read)
    expect(answer.plans.map(({ title, betsOut }) => [title, betsOut.map((cutBet) => cutBet.key)])).toEqual([
      [null, []],
      ['Compared', [aBet]],
      [null, []],
    ])
    const compared = answer.bets.find((each) => each.key === aBet)
    expect(compared?.inPlans.map((each) => each?.reason ?? null)).toEqual([
      expect.stringContaining('No team works on it'),
      null,
      expect.stringContaining('No team works on it'),
    ])
    for (const wrong of [
      { bets: [{ bet: aBet, change: 'resize' }] },
      { bets: [{ bet: aBet, change: 'explode' }] },
      { people: [{ team: 'TEAM-1', change: 'join', count: -1, day: '2026-04-01' }] },
      { breaks: [{ from: '2026-04-02', until: '2026-04-01' }] },
    ])
      await expect(
        perform(kernel, readComparison, owner, { scenarios: [{ differences: wrong }] }),
      ).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      perform(kernel, readComparison, owner, { scenarios: [{ key: aBet }] }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
