import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRepository } from '#evidence/git/testing/a-repository.ts'
import { aGathering } from '#evidence/facts/testing/a-gathering.ts'
import { perform, recordOperations, type Actor } from '#kernel'
import type { RecordDefinition } from '#kernel/shape.ts'
import { engines } from '#kernel/store/testing/a-store.ts'
import { listAttention } from '../../attention-operations.ts'
import { allMigrations } from '../../migrations.ts'
import { linkRules, records } from '../../records.ts'
import { addPath } from '../alignment/add-path.ts'
import { assignChanges } from '../alignment/assign-changes.ts'
import { listBetChanges, listChanges } from '../alignment/list-changes.ts'
import { listUnjoined } from '../alignment/list-unjoined.ts'
import { showSplit } from './show-split.ts'

const member: Actor = { kind: 'user', id: 'm', roles: ['member'] }
const leader: Actor = { kind: 'user', id: 'l', roles: ['leader'] }
const author = 'Quillon Zebrafeld <quillon@zebrafeld.example>'
const asked = { quarter: '2026-Q1' }
const all = { from: '2026-01-01', to: '2026-04-01' }

const told = aRepository()
const on = (path: string, message: string, more = {}) =>
  told.commit({ author, message: `${message}\n`, files: { [path]: `${message}\n` }, ...more })
on('web/a.ts', 'feat: begin', { at: '2025-12-30T10:00:00Z' })
on('web/a.ts', 'feat: more for BET-1', { at: '2026-01-05T10:00:00Z', as: 'first' })
on('web/b.ts', 'Look into it', { branch: 'BET-2-look', from: 'main' })
told.merge('BET-2-look', { author, message: "Merge branch 'BET-2-look'\n" })
on('web/c.ts', 'refactor: gather\n\nServes: BET-2')
on('pay/euro/a.ts', 'Round well')
on('pay/euro/b.ts', 'Round better')
on('docs/x.md', 'Something', { as: 'said' })
on('docs/y.md', 'Nothing says')
const repository = told.write()

describe.each(engines)('an allocation over a repository on %s', (engine) => {
  let scene: Awaited<ReturnType<typeof aGathering>>
  let id = ''
  const create = (type: string, fields: object) =>
    perform(
      scene.kernel,
      recordOperations(
        records.find((each): each is RecordDefinition => each.type === type) as RecordDefinition,
      ).create, // every one of these is there
      leader,
      { fields: { ...fields } },
    )
  beforeAll(async () => {
    scene = await aGathering(engine, {
      records,
      links: linkRules,
      migrations: allMigrations,
      clock: () => new Date('2026-04-02T10:00:00Z'),
    })
    id = await scene.add(repository.path)
    const started = '2020-01-01'
    await create('goal', { title: 'Goal' })
    await create('bet', { title: 'One', investment: 'foundation', goals: ['GOAL-1'], started })
    await create('bet', { title: 'Two', investment: 'learning', started })
    await create('bet', { title: 'Three', investment: 'reliability', started })
    const components = [{ repository: basename(repository.path), component: 'pay', from: '2026-01-01' }]
    await create('team', { name: 'Money', kind: 'platform', components })
    const floors = [
      { investment: 'upkeep', share: 20, risk: 'Old packages.' },
      { investment: 'foundation', share: 10, risk: 'The audit.' },
    ]
    const split = { feature: 50, foundation: 20, reliability: 10, learning: 0, upkeep: 20 }
    await create('allocation', { title: 'Company', quarter: '2026-Q1', ...split, floors })
    await create('allocation', { title: 'Money', quarter: '2026-Q1', team: 'TEAM-1' })
    await scene.until(id, ({ generation, scan }) => generation > 0 && scan.phase === 'done')
  }, 120_000)
  afterAll(() => scene.close())

  const waysOf = async (key: string) =>
    (await perform(scene.kernel, listBetChanges, member, { key })).changes.map(({ hash, way }) => [hash, way])
  const scopes = async () =>
    (await perform(scene.kernel, showSplit, member, asked)).quarters.at(-1)?.scopes ?? []

  test('joins by message, branch and trailer, and proposes nothing where nothing is usual', async () => {
    expect(await waysOf('BET-1')).toEqual([[repository.hash('first'), 'message']])
    expect((await waysOf('BET-2')).map(([, way]) => way)).toEqual(['trailer', 'branch'])
    const { groups, changes } = await perform(scene.kernel, listUnjoined, member, all)
    expect(changes).toBe(4)
    expect(groups.map(({ folder, pattern, proposal }) => [folder, pattern, proposal])).toEqual([
      ['docs', 'docs/*', null],
      ['pay/euro', 'pay/euro/**', null],
    ])
  })

  test('learns a path rule from a group, once, and only from who may write bets', async () => {
    const rule = { key: 'BET-3', repository: basename(repository.path), pattern: 'pay/euro/**' }
    await expect(perform(scene.kernel, addPath, member, { ...rule, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      perform(scene.kernel, addPath, leader, { ...rule, version: 1, pattern: 'pay/' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      perform(scene.kernel, addPath, leader, { ...rule, key: 'GOAL-1', version: 1 }),
    ).rejects.toThrow('GOAL-1 is no bet.')
    const learned = await perform(scene.kernel, addPath, leader, { ...rule, version: 1 })
    expect(learned).toMatchObject({ version: 2, fields: { paths: [{ pattern: 'pay/euro/**' }] } })
    expect((await perform(scene.kernel, addPath, leader, { ...rule, version: 2 })).version).toBe(2)
    await expect(
      perform(scene.kernel, addPath, leader, { ...rule, version: 1, pattern: 'pay/*' }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await waysOf('BET-3')).map(([, way]) => way)).toEqual(['path', 'path'])
  })

  test('takes the word of a person for what nothing else joins', async () => {
    const hashes = [repository.hash('said')]
    await perform(scene.kernel, assignChanges, leader, { repository: id, hashes, bet: 'BET-1' })
    expect((await waysOf('BET-1')).map(([, way]) => way)).toEqual(['assigned', 'message'])
  })

  test('measures the quarter with coverage, ways, kinds, drift and floors, in all and by team', async () => {
    const [whole, money] = await scopes()
    // Of seven changes two are of BET-1 (foundation), two of BET-2 (learning), two of BET-3, and documents are upkeep.
    expect(whole).toMatchObject({
      team: null,
      allocation: { key: 'ALLOC-1' },
      changes: 7,
      joined: 6,
      toGoal: 2,
      coverage: 6 / 7,
      toGoalShare: 2 / 7,
      reason: null,
      ways: { message: 1, branch: 1, trailer: 1, path: 2, assigned: 1 },
      floors: [
        { kind: 'upkeep', floor: 0.2, share: 1 / 7, state: 'missed', risk: 'Old packages.' },
        { kind: 'foundation', state: 'kept' },
      ],
    })
    expect(whole?.kinds.map(({ kind, changes, difference }) => [kind, changes, difference])).toEqual([
      ['feature', 0, -50],
      ['foundation', 2, 8.6],
      ['reliability', 2, 18.6],
      ['learning', 2, 28.6],
      ['upkeep', 1, -5.7],
      ['unclassified', 0, null],
    ])
    expect(money).toMatchObject({
      team: { key: 'TEAM-1', name: 'Money' },
      changes: 2,
      coverage: null,
      reason: 'too-few-changes',
    })
  })

  test('lists the changes behind each figure, page by page, without an author', async () => {
    const list = (more: object) => perform(scene.kernel, listChanges, member, { ...asked, ...more })
    const first = await list({ limit: 4 })
    expect([first.total, first.changes.length, first.next]).toEqual([7, 4, 4])
    const rest = await list({ limit: 4, cursor: 4 })
    expect([rest.changes.length, rest.next]).toEqual([3, null])
    const totals = await Promise.all(
      [
        { kind: 'learning' },
        { way: 'path' },
        { reaches: 'none' },
        { reaches: 'goal' },
        { team: 'TEAM-1' },
      ].map(async (more) => (await list(more)).total),
    )
    expect(totals).toEqual([2, 2, 1, 2, 2])
    expect(JSON.stringify(first)).not.toMatch(/Quillon|zebrafeld/i)
    await expect(list({ team: 'TEAM-9' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('shows the quarters before, one to come, and refuses what is none', async () => {
    const { quarters } = await perform(scene.kernel, showSplit, member, asked)
    expect(quarters.map(({ quarter, scopes: [whole] }) => [quarter, whole?.changes, whole?.reason])).toEqual([
      ['2025-Q2', 0, 'too-few-changes'],
      ['2025-Q3', 0, 'too-few-changes'],
      ['2025-Q4', 1, 'too-few-changes'],
      ['2026-Q1', 7, null],
    ])
    const later = await perform(scene.kernel, showSplit, member, { quarter: '2199-Q4' })
    expect(later.quarters.at(-1)).toMatchObject({ state: 'to-come', scopes: [{ reason: 'not-begun' }] })
    await expect(perform(scene.kernel, showSplit, member, { quarter: '2026-Q5' })).rejects.toMatchObject({
      code: 'invalid',
    })
    const guest: Actor = { kind: 'user', id: 'g', roles: ['guest'] }
    await expect(perform(scene.kernel, showSplit, guest, {})).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('a floor that the last quarter missed needs attention, with what is at risk, of insiders alone', async () => {
    const { items } = await perform(scene.kernel, listAttention, member, {})
    expect(items).toEqual([
      {
        key: 'floor-missed ALLOC-1 upkeep',
        title: expect.objectContaining({ en: 'Upkeep missed its floor in 2026-Q1, in the company' }),
        reason: {
          en: '14.3 % of 7 changes, floor 20 %. At risk: Old packages.',
          de: '14,3 % von 7 Änderungen, Untergrenze 20 %. Auf dem Spiel steht: Old packages.',
        },
        since: '2026-04-01',
        leadsTo: '/direction/allocation?quarter=2026-Q1',
        action: expect.anything(),
      },
    ])
    const guest: Actor = { kind: 'user', id: 'g', roles: ['guest'] }
    await expect(perform(scene.kernel, listAttention, guest, {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})
