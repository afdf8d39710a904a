import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform, recordOperations, type Actor, type Kernel } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { examineWorkspace } from '#workspace'
import { anAreasKernel } from './testing/an-areas-kernel.ts'
import { goal } from './strategy/goal.record.ts'
import { team } from './team/team.record.ts'
import { bet } from './roadmap/bet.record.ts'
import { pivot } from './roadmap/pivot.record.ts'
import { scenario } from './roadmap/scenario.record.ts'
import { previewPivot } from './roadmap/pivot/preview-pivot.ts'
import { takePivot } from './roadmap/pivot/take-pivot.ts'

const owner: Actor = { kind: 'local' }
const [bets, goals, teams, scenarios, pivots] = [
  recordOperations(bet),
  recordOperations(goal),
  recordOperations(team),
  recordOperations(scenario),
  recordOperations(pivot),
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
      await make(goals, { title: 'Streets' }),
      await make(goals, { title: 'Houses' }),
    ]
    const promised = { wanted: '2026-06-01', wantedReason: 'Told to the town.' }
    const ends = await make(bets, { title: 'Ends', goals: [streets], teams: [who], ...promised })
    const stays = await make(bets, { title: 'Stays', goals: [streets, houses], after: [ends] })
    const rows = { goals: [{ goal: streets, change: 'drop' }] }
    const turn = await make(scenarios, { title: 'Turn', ...rows })
    const key = await make(pivots, { title: 'To houses', scenario: turn })
    expect(await perform(kernel, previewPivot, owner, { key })).toMatchObject({
      scenario: turn,
      isAdopted: false,
      stops: [{ key: ends, title: 'Ends', goals: [{ key: streets }], delivered: [] }],
      survives: [{ key: stays }],
      goalsDropped: [{ key: streets, title: 'Streets' }],
      promises: [{ key: ends, wanted: '2026-06-01', reason: 'Told to the town.' }],
      breaks: [
        { from: ends, key: stays },
        { from: streets, key: stays },
      ],
      tell: [{ whom: who, about: [ends] }],
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
    expect((await perform(kernel, previewPivot, owner, { key })).stops.map((each) => each.key)).toEqual([
      ends,
    ])
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true, findings: [] })
    await expect(take(key)).rejects.toThrow('is taken already')
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
