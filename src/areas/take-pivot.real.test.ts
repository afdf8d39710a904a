import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addLinkOperation,
  listLinks,
  perform,
  recordOperations,
  searchOperation,
  type Actor,
  type Kernel,
} from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { examineWorkspace } from '#workspace'
import { listAttention } from './attention-operations.ts'
import { showInbox } from './customers/inbox/show-inbox.ts'
import { listInsightsOfBet, showWeight } from './customers/weight/show-weight.ts'
import { tellOfPivot } from './roadmap/pivot/tell-of-pivot.ts'
import { person } from './team/person.record.ts'
import { anAreasKernel } from './testing/an-areas-kernel.ts'
import { goal } from './strategy/goal.record.ts'
import { insight } from './customers/insight.record.ts'
import { team } from './team/team.record.ts'
import { bet } from './roadmap/bet.record.ts'
import { pivot } from './roadmap/pivot.record.ts'
import { scenario } from './roadmap/scenario.record.ts'
import { previewPivot } from './roadmap/pivot/preview-pivot.ts'
import { takePivot } from './roadmap/pivot/take-pivot.ts'

const owner: Actor = { kind: 'local' }
const leader: Actor = { kind: 'user', id: 'l', roles: ['leader'] }
const member: Actor = { kind: 'user', id: 'm', roles: ['member'] }
const [bets, goals, teams, scenarios, pivots, insights, people] = [
  recordOperations(bet),
  recordOperations(goal),
  recordOperations(team),
  recordOperations(scenario),
  recordOperations(pivot),
  recordOperations(insight),
  recordOperations(person),
]
type Ops = ReturnType<typeof recordOperations>

describe.each(engines)('a pivot on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await anAreasKernel(engine, () => new Date('2026-03-02T09:00:00Z'))
  })
  afterAll(() => kernel.store.close())

  const make = async (operations: Ops, fields: object) =>
    (await perform(kernel, operations.create, owner, { fields })).key
  const take = (key: string) => perform(kernel, takePivot, owner, { key, why: 'The market turned.' })

  test('says before what it stops, breaks and keeps, and does it at once with what was lost', async () => {
    const who = await make(teams, { name: 'Street', kind: 'platform' })
    const [streets, houses] = [
      await make(goals, { title: 'Streets', due: '2026-09-30' }),
      await make(goals, { title: 'Houses' }),
    ]
    const promised = { wanted: '2026-06-01', wantedReason: 'Told to the town.' }
    const ends = await make(bets, { title: 'Ends', goals: [streets], teams: [who], ...promised })
    const stays = await make(bets, { title: 'Stays', goals: [streets, houses], after: [ends] })
    const heard = { title: 'May we share?', customer: 'Lindenried', bets: [ends], toldOn: '2026-02-01' }
    await make(insights, heard)
    const rows = { goals: [{ goal: streets, change: 'drop' }] }
    const turn = await make(scenarios, { title: 'Turn', ...rows })
    const key = await make(pivots, { title: 'To houses', scenario: turn })
    const before = await perform(kernel, previewPivot, owner, { key })
    expect(before).toMatchObject({
      scenario: turn,
      isAdopted: false,
      stops: [{ key: ends, title: 'Ends', goals: [{ key: streets }], delivered: [] }],
      survives: [{ key: stays }],
      goalsDropped: [{ key: streets, title: 'Streets' }],
      promises: [
        { kind: 'wanted', key: ends, day: '2026-06-01', reason: 'Told to the town.' },
        { kind: 'due', key: streets, day: '2026-09-30' },
        { kind: 'told', key: 'INS-1', of: ends, reason: 'Lindenried' },
      ],
      breaks: [
        { from: ends, key: stays },
        { from: ends, key: 'INS-1', relation: 'evidenced-by' },
        { from: streets, key: stays },
      ],
      lost: { quarter: '2026-Q1', rows: [{ bet: ends, changes: 0 }] },
      tell: [
        { kind: 'team', whom: who, name: 'Street', about: [{ key: ends, title: 'Ends' }] },
        { kind: 'customer', whom: 'Lindenried', about: [{ key: ends }] },
      ],
      notApplied: [],
    })
    const taken = await take(key)
    expect(taken.pivot.fields).toMatchObject({
      state: 'taken',
      takenOn: '2026-03-02',
      lost: [{ bet: ends, changes: 0 }],
    })
    expect(taken.written.map((each) => each.key)).toEqual([ends, streets])
    expect((await perform(kernel, scenarios.show, owner, { key: turn })).fields['state']).toBe('adopted')
    // Kept as it was, whatever becomes of the records.
    await perform(kernel, bets.change, owner, {
      key: ends,
      version: 2,
      fields: { state: 'idea', wanted: null },
    })
    const after = await perform(kernel, previewPivot, owner, { key })
    expect(after).toMatchObject({ isKept: true, takenOn: '2026-03-02', takenWhy: 'The market turned.' })
    for (const part of ['stops', 'survives', 'goalsDropped', 'promises', 'breaks', 'lost', 'tell'] as const)
      expect([part, after[part]]).toEqual([part, before[part]])
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true, findings: [] })
    await expect(take(key)).rejects.toThrow('is taken already')
  })

  test('that stops nothing keeps that, and its goals, whatever becomes of plan and scenario', async () => {
    const [streets, houses] = [
      await make(goals, { title: 'Streets', due: '2026-09-30' }),
      await make(goals, { title: 'Houses' }),
    ]
    const rows = [
      { goal: streets, change: 'drop' },
      { goal: houses, change: 'add' },
    ]
    const turn = await make(scenarios, { title: 'Turn', goals: rows })
    const key = await make(pivots, { title: 'To houses', scenario: turn })
    const taken = (await take(key)).pivot
    expect(taken.fields).toMatchObject({ stopped: null, goals: rows })
    const then = await perform(kernel, previewPivot, owner, { key })
    expect(then).toMatchObject({ isKept: true, stops: [], lost: { rows: [] } })
    expect(then.goalsDropped.map((each) => each.key)).toEqual([streets])
    expect(then.goalsAdded.map((each) => each.key)).toEqual([houses])
    const late = await make(bets, { title: 'Late', goals: [streets] })
    const after = await perform(kernel, previewPivot, owner, { key })
    expect(after.survives.map((each) => each.key)).not.toContain(late)
    for (const part of ['stops', 'survives', 'goalsDropped', 'goalsAdded', 'promises', 'breaks'] as const)
      expect([part, after[part]]).toEqual([part, then[part]])
    const other = await make(scenarios, { title: 'Other', goals: [{ goal: houses, change: 'drop' }] })
    for (const scenario of [other, null])
      await expect(
        perform(kernel, pivots.change, owner, { key, version: taken.version, fields: { scenario } }),
      ).rejects.toMatchObject({
        fields: [{ path: 'scenario', message: { en: expect.stringContaining('is kept as it was') } }],
      })
    const fields = { title: 'Houses first', survives: 'The contract.' }
    await perform(kernel, pivots.change, owner, { key, version: taken.version, fields })
  })

  test('is not taken when its scenario has changed since it was looked at', async () => {
    const streets = await make(goals, { title: 'Streets' })
    const turn = await make(scenarios, { title: 'Turn', goals: [{ goal: streets, change: 'drop' }] })
    const key = await make(pivots, { title: 'Seen before', scenario: turn })
    await perform(kernel, scenarios.change, owner, { key: turn, version: 1, fields: { title: 'Turned' } })
    const given = { key, why: 'Now.', version: 1, scenarioVersion: 1 }
    await expect(perform(kernel, takePivot, owner, given)).rejects.toMatchObject({ code: 'conflict' })
    expect((await perform(kernel, pivots.show, owner, { key })).fields['state']).toBe('considered')
    await perform(kernel, takePivot, owner, { ...given, scenarioVersion: 2 })
  })

  test('notes who is told of it, two at once without loss, and says who should have been told', async () => {
    const streets = await make(goals, { title: 'Streets' })
    const turn = await make(scenarios, { title: 'Turn', goals: [{ goal: streets, change: 'drop' }] })
    const key = await make(pivots, { title: 'To be told', scenario: turn })
    const who = await make(people, { name: 'Ada' })
    const tell = (given: object) => perform(kernel, tellOfPivot, leader, { key, ...given })
    const attention = async (actor: Actor) => (await perform(kernel, listAttention, actor, {})).items
    await Promise.all([
      tell({ whom: who, what: 'Your bet ends.', due: '2026-03-01' }),
      tell({ whom: 'Investors', due: '2026-02-20' }),
    ])
    const listed = async () => (await perform(kernel, previewPivot, owner, { key })).telling
    expect((await listed()).map(({ name, isOverdue }) => `${name} ${isOverdue}`).toSorted()).toEqual([
      'Ada false',
      'Investors false',
    ])
    // As long as it is only considered nobody needs to be told, and nobody hears of it.
    expect(await attention(leader)).toEqual([])
    await take(key)
    expect(await attention(leader)).toEqual([
      {
        key: `telling-overdue ${key}`,
        title: { en: 'Telling overdue: To be told', de: 'Mitteilung überfällig: To be told' },
        reason: {
          en: `2 of ${key} still to be told, the first by 2026-02-20: Investors, Ada.`,
          de: `2 zu ${key} noch offen, die erste bis 2026-02-20: Investors, Ada.`,
        },
        since: '2026-02-20',
        leadsTo: `/direction/pivots/course?of=${key}`,
        action: { en: 'Look who is to be told', de: 'Ansehen, wer es erfahren muss' },
      },
    ])
    expect(await attention(member)).toEqual([])
    await tell({ whom: 'Investors', told: '2026-03-02' })
    await tell({ whom: who, remove: true })
    expect(await attention(leader)).toEqual([])
    expect(await listed()).toEqual([
      {
        whom: 'Investors',
        name: 'Investors',
        what: null,
        due: '2026-02-20',
        told: '2026-03-02',
        isOverdue: false,
      },
    ])
    await expect(tell({ whom: 'Nobody', remove: true })).rejects.toThrow('Nobody is not on the list')
  })

  test('shows nothing of itself to those who do not lead, taken or not', async () => {
    const secret = 'Zebrafeld'
    const streets = await make(goals, { title: 'Streets' })
    const ends = await make(bets, { title: 'Ends', goals: [streets] })
    await make(insights, { title: 'Said', bets: [ends] })
    const turn = await make(scenarios, { title: secret, goals: [{ goal: streets, change: 'drop' }] })
    const key = await make(pivots, { title: `${secret} turns`, scenario: turn, why: secret })
    await perform(kernel, addLinkOperation, owner, { from: key, relation: 'affects', to: ends })
    await perform(kernel, tellOfPivot, owner, { key, whom: secret, due: '2026-01-01' })
    const seen = async () => {
      const answers: unknown[] = []
      for (const [operation, input] of [
        [searchOperation, { q: secret }],
        [listAttention, {}],
        [listLinks, { key: ends }],
        [listLinks, { key: streets }],
        [listInsightsOfBet, { key: ends }],
        [showInbox, { view: 'new' }],
        [showWeight, {}],
        [bets.history, { key: ends }],
        [goals.history, { key: streets }],
      ] as const)
        answers.push(await perform<unknown, unknown>(kernel, operation as never, member, input))
      return JSON.stringify(answers)
    }
    expect(await seen()).not.toMatch(/Zebrafeld|PIVOT|SCEN/)
    for (const operation of [previewPivot, tellOfPivot, takePivot])
      await expect(
        perform<unknown, unknown>(kernel, operation as never, member, { key, whom: 'x', why: 'x' }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(perform(kernel, pivots.show, member, { key })).rejects.toMatchObject({ code: 'forbidden' })
    await take(key)
    expect(await seen()).not.toMatch(/Zebrafeld|PIVOT|SCEN/)
  })

  test('becomes taken by its verb alone', async () => {
    const key = await make(pivots, { title: 'By hand' })
    await expect(
      perform(kernel, pivots.change, owner, { key, version: 1, fields: { state: 'taken' } }),
    ).rejects.toMatchObject({ fields: [{ path: 'state' }] })
  })

  test('without a scenario, or with one that changes no goal, it is none', async () => {
    const key = await make(pivots, { title: 'Nothing' })
    await expect(take(key)).rejects.toMatchObject({ code: 'invalid' })
    const moved = await make(scenarios, {
      title: 'Moved',
      bets: [{ bet: 'BET-2', change: 'move', order: 1 }],
    })
    await perform(kernel, pivots.change, owner, { key, version: 1, fields: { scenario: moved } })
    await expect(take(key)).rejects.toThrow('changes no goal')
    await expect(perform(kernel, previewPivot, owner, { key: 'BET-2' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await perform(kernel, pivots.show, owner, { key })).version).toBe(2)
  })
})
