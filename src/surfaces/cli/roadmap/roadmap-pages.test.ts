import { expect, test } from 'vitest'
import { look } from '../terminal/look.ts'
import { roadmapPages } from './roadmap-pages.ts'

const terminal = (language: 'en' | 'de') => look({ columns: 80, colour: false, unicode: true, language })
const page = (name: string, answer: object, language: 'en' | 'de' = 'en') =>
  roadmapPages[name]?.(answer, terminal(language)) ?? ''
const dates = (half: string, most: string) => ({ '50': half, '70': most, '85': most, '95': most })

test('a forecast is a line a bet, and below it what is to be known of it', () => {
  const bets = [
    {
      key: 'BET-1',
      title: 'Refunds\u001b[31m in red',
      dates: dates('2026-12-01', '2026-12-24'),
      wanted: '2027-01-01',
      chance: { chance: 0.91, over95: false },
      reason: 'The halves of its history disagree.',
      marked: true,
    },
    { key: 'BET-12', title: 'Vouchers', dates: null, wanted: null, chance: null, reason: 'It has no size.' },
  ]
  const told = page('roadmap.forecast', { bets, window: { days: 65 }, trials: 10_000, unread: ['shop'] })
  expect(told).toMatch(/^ {2}BET-1 {3}Refunds.* in red .*2026-12-01 {2}2026-12-24 {2}2027-01-01 {4}91 %$/m)
  expect(told).toMatch(/^ {2}BET-12 {2}Vouchers +– +– +–$/m)
  expect(told).toContain('  BET-1: To be read with care. The halves of its history disagree.\n')
  expect(told).toContain('  BET-12: It has no size.\n')
  expect(told).toContain('  Not read yet, and so not counted: shop\n')
  expect(told).not.toContain('\u001b')
  expect(page('roadmap.forecast', { bets: [], window: null, trials: 1, unread: [] }, 'de')).toBe(
    '  Keine Wette ist offen.\n',
  )
})

test('alignment says shares, and too few changes in their place', () => {
  const few = { changes: 2, joinedShare: null, toGoalShare: null, reason: 'too-few-changes' }
  const whole = { changes: 1200, joinedShare: 0.5, toGoalShare: 0.25, reason: null }
  const told = page('roadmap.alignment', {
    from: '2026-09-01T00:00:00.000Z',
    to: '2026-11-28T10:00:00.000Z',
    whole,
    teams: [{ team: 'TEAM-1', name: 'Billing', ...few }],
  })
  expect(told).toMatch(/^ {2}everything +1,200 +50 % +25 %$/m)
  expect(told).toMatch(/^ {2}Billing +2 +– +– {2}too few changes for shares$/m)
  expect(told).toContain('2026-09-01 – 2026-11-28')
})

test('a split stands beside what was meant, with the floor that was missed and what is at risk', () => {
  const scope = {
    team: null,
    changes: 10,
    reason: null,
    kinds: [
      { kind: 'feature', changes: 9, share: 0.9, target: 0.6 },
      { kind: 'upkeep', changes: 0, share: 0, target: null },
    ],
    floors: [{ kind: 'reliability', floor: 0.2, share: 0, state: 'missed', risk: 'Nights without sleep.' }],
  }
  const told = page('roadmap.split', {
    quarter: '2026-Q3',
    quarters: [{ quarter: '2026-Q3', scopes: [scope] }],
  })
  expect(told).toMatch(/90 % +60 % +9$/m)
  expect(told).toMatch(/, floor 20 %, was 0 %: Nights without sleep\.$/m)
  expect(told.split('\n')).toHaveLength(8)
  const running = {
    ...scope,
    floors: scope.floors.map((floor) => ({ ...floor, share: 0.06, state: 'below' })),
  }
  const now = { quarter: '2026-Q3', quarters: [{ quarter: '2026-Q3', scopes: [running] }] }
  expect(page('roadmap.split', now, 'de')).toContain(', Untergrenze 20 %, bisher 6 %: Nights')
})

test('a comparison says what of each plan differs, and how far each day moves', () => {
  const plan = {
    key: null,
    title: null,
    betsIn: [],
    betsOut: [],
    goalsWithoutBets: [],
    notApplied: [],
    cost: { changes: 12.5 },
    effort: { weeks: { '50': 4, '85': null } },
  }
  const notApplied = [{ path: 'bets[0]', subject: 'BET-9', reason: 'BET-9 is stopped already.' }]
  const other = {
    ...plan,
    key: 'SCEN-1',
    title: 'Without',
    betsOut: [{ key: 'BET-2', goals: [] }],
    notApplied,
  }
  const own = { dates: dates('2026-12-01', '2026-12-24'), later: null, reason: null, marked: false }
  const bets = [
    { key: 'BET-1', title: 'Refunds', inPlans: [own, { ...own, later: -3, marked: true, reason: 'Odd.' }] },
    { key: 'BET-2', title: 'Vouchers', inPlans: [own, null] },
  ]
  const told = page('roadmap.compare', { plans: [plan, other], bets })
  expect(told).toContain(
    '  Does not fit the plan of today, and is left out:\n  - BET-9 is stopped already.\n',
  )
  expect(told).toMatch(/^ {2}Goes +BET-2$/m)
  expect(told).toMatch(/^ {2}Person-weeks, 50 % and 85 % +4 \/ –$/m)
  expect(told).toMatch(/^ {2}BET-1 {2}Refunds +2026-12-24 +2026-12-24 -3$/m)
  expect(told).toMatch(/^ {2}BET-2 {2}Vouchers +2026-12-24 +not in it$/m)
  expect(told).toContain('BET-1, Without: to be read with care: Odd.')
})
