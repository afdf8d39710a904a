import { describe, expect, test } from 'vitest'
import type { DeliveredChange } from '#evidence/facts/delivered-changes.ts'
import { groupUnjoined } from './group-unjoined.ts'
import { joinChanges, placeOf, type JoinableBet } from './join-changes.ts'
import { measureAlignment } from './measure-alignment.ts'
import { teamsOfChanges } from './team-of-change.ts'

const repository = { id: 'r1', name: 'shop' }
let number = 0
function aChange(with_: Partial<DeliveredChange> = {}): DeliveredChange {
  number += 1
  return {
    repository,
    hash: `h${number}`,
    at: Date.parse('2026-03-02T10:00:00Z'),
    kind: 'unclassified',
    byBots: false,
    components: [],
    paths: ['src/pay/euro.ts'],
    named: [],
    ...with_,
  }
}
const aBet = (key: string, with_: Partial<JoinableBet> = {}): JoinableBet => ({
  key,
  from: '2020-01-01',
  until: null,
  paths: [],
  ...with_,
})
const none = new Map<string, string>()
const named = (key: string, way: 'message' | 'branch' | 'trailer') => ({ key, way })

describe('a change comes to a bet', () => {
  const bets = [
    aBet('BET-1'),
    aBet('BET-2', { paths: [{ repository: null, pattern: 'src/pay/**' }] }),
    aBet('BET-3'),
  ]
  const wayOf = (change: DeliveredChange, assigned = none) => {
    const [joined] = joinChanges([change], bets, assigned)
    return joined && [joined.way, ...joined.bets]
  }

  test('by its message before its branch, its trailers, paths, and what a person said', () => {
    const all = [named('BET-3', 'trailer'), named('BET-1', 'branch'), named('BET-2', 'message')]
    const change = aChange({ named: all })
    const assigned = new Map([[placeOf(change), 'BET-3']])
    expect(wayOf(change, assigned)).toEqual(['message', 'BET-2'])
    expect(wayOf({ ...change, named: all.slice(0, 2) }, assigned)).toEqual(['branch', 'BET-1'])
    expect(wayOf({ ...change, named: all.slice(0, 1) }, assigned)).toEqual(['trailer', 'BET-3'])
    expect(wayOf({ ...change, named: [] }, assigned)).toEqual(['path', 'BET-2'])
    expect(wayOf({ ...change, named: [], paths: ['README.md'] }, assigned)).toEqual(['assigned', 'BET-3'])
    expect(wayOf(aChange({ paths: ['README.md'] }))).toEqual([null])
  })

  test('never by a key that no bet has', () => {
    expect(
      wayOf(aChange({ paths: [], named: [named('UTF-8', 'message'), named('BET-9', 'message')] })),
    ).toEqual([null])
  })

  test('by several keys at once to all of them', () => {
    const two = [named('BET-1', 'message'), named('BET-3', 'message')]
    expect(wayOf(aChange({ named: two }))).toEqual(['message', 'BET-1', 'BET-3'])
  })

  test('by a path rule while the bet was under way, in its repository, and for most of the files alone', () => {
    const rule = { repository: 'shop', pattern: 'src/pay/**' }
    const bet = aBet('BET-5', { from: '2026-03-01', until: '2026-03-31', paths: [rule] })
    const join = (change: DeliveredChange) => joinChanges([change], [bet], none)[0]?.bets
    const on = (day: string) => aChange({ at: Date.parse(`${day}T23:59:59Z`) })
    expect(join(on('2026-02-28'))).toEqual([])
    expect(join(on('2026-03-01'))).toEqual(['BET-5'])
    expect(join(on('2026-03-31'))).toEqual(['BET-5'])
    expect(join(on('2026-04-01'))).toEqual([])
    expect(join({ ...on('2026-03-02'), repository: { id: 'r2', name: 'other' } })).toEqual([])
    const files = ['src/pay/a.ts', 'src/b.ts', 'src/c.ts']
    expect(join(aChange({ paths: files }))).toEqual([])
    expect(join(aChange({ paths: files.slice(0, 2) }))).toEqual(['BET-5'])
  })
})

test('alignment counts each change once, and shares need five of them', () => {
  const bets = new Map([
    ['BET-1', { key: 'BET-1', investment: 'foundation', goals: ['GOAL-1', 'GOAL-2'] } as const],
    ['BET-2', { key: 'BET-2', investment: null, goals: [] } as const],
  ])
  const join = (...changes: DeliveredChange[]) => joinChanges(changes, [aBet('BET-1'), aBet('BET-2')], none)
  const both = aChange({ named: [named('BET-2', 'message'), named('BET-1', 'message')] })
  const second = aChange({ named: [named('BET-2', 'trailer')], kind: 'upkeep' })
  const counts = measureAlignment(join(both, second, aChange(), aChange()), bets)
  expect(counts).toMatchObject({
    changes: 4,
    joined: 2,
    toGoal: 1,
    joinedShare: null,
    reason: 'too-few-changes',
    ways: { message: 1, trailer: 1, path: 0 },
    kinds: { foundation: 1, upkeep: 1, unclassified: 2 },
  })
  const more = measureAlignment(join(both, second, aChange(), aChange(), aChange()), bets)
  expect(more).toMatchObject({ joinedShare: 2 / 5, toGoalShare: 1 / 5, reason: null })
})

test('a change comes to the teams that owned what it touched on that day', () => {
  const owned = (team: string, component: string, from: string, until: string | null = null) => ({
    team,
    repository: 'shop',
    component,
    from,
    until,
  })
  const teams = teamsOfChanges([
    owned('TEAM-1', 'pay', '2026-01-01', '2026-03-02'),
    owned('TEAM-2', 'pay', '2026-03-03'),
    owned('TEAM-2', 'search', '2026-01-01'),
  ])
  const on = (day: string, ...components: string[]) =>
    aChange({ at: Date.parse(`${day}T12:00:00Z`), components })
  expect(teams(on('2026-03-02', 'pay'))).toEqual(['TEAM-1'])
  expect(teams(on('2026-03-03', 'pay'))).toEqual(['TEAM-2'])
  expect(teams(on('2026-03-02', 'search', 'pay'))).toEqual(['TEAM-1', 'TEAM-2'])
  expect(teams(on('2026-03-02', 'docs'))).toEqual([])
  expect(teams({ ...on('2026-03-02', 'pay'), repository: { id: 'r2', name: 'other' } })).toEqual([])
})

test('what is not joined stands in groups by folder, with the bet that is usual there', () => {
  const inPay = (way: boolean) =>
    aChange({ paths: ['src/pay/a.ts'], named: way ? [named('BET-1', 'message')] : [] })
  const changes = [
    ...[true, true, true, false, false].map(inPay),
    aChange({ paths: ['docs/x.md', 'docs/y.md', 'src/pay/a.ts'] }),
    aChange({ paths: ['docs/z.md'], byBots: true }),
  ]
  const groups = groupUnjoined(joinChanges(changes, [aBet('BET-1')], none))
  expect(groups.map(({ folder, hashes, proposal }) => [folder, hashes.length, proposal])).toEqual([
    ['src/pay', 2, { bet: 'BET-1', share: 1, sample: 3 }],
    ['docs', 1, null],
  ])
})
