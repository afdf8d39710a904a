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
  const told = page('roadmap.forecast', {
    bets,
    teams: [],
    window: { days: 65 },
    trials: 10_000,
    unread: ['shop'],
  })
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

test('a forecast answers the days that were asked about, and what moves each bet by the names of teams', () => {
  const cumulative = [
    { day: 1, date: '2026-12-01', chance: 0.2 },
    { day: 9, date: '2026-12-11', chance: 0.6 },
  ]
  const bet = {
    key: 'BET-1',
    title: 'Refunds',
    dates: dates('2026-12-10', '2026-12-24'),
    wanted: null,
    chance: null,
    reason: null,
    cumulative,
    chain: { share: 0.41, steps: [{ bet: 'BET-1', team: 'TEAM-1', because: 'start' }] },
    sensitivity: [{ input: 'pace', of: 'TEAM-1', low: 4, high: -3 }],
  }
  const how = { '50': 2, '70': 2, '85': 1, '95': 0 }
  const by = [{ date: '2026-12-13', day: 10, bets: how, changes: how }]
  const teams = [{ key: 'TEAM-1', name: 'Billing' }]
  const told = page('roadmap.forecast', { bets: [bet], teams, window: null, trials: 1, unread: [], by }, 'de')
  expect(told).toMatch(/Chance, fertig zu sein bis\n.* 2026-12-13\n {2}BET-1 {2}Refunds +60 %\n/)
  expect(told).toMatch(/^ {2}2026-12-13 +2 +1 +0/m)
  expect(told).toContain('Was sie aufhält\n  BET-1, 41 %: BET-1 (Billing, sofort)\n')
  expect(told).toContain('  BET-1: Tempo ± 10 % Billing +4 … -3 Tage\n')
})

test('the goal tree says where each goal stands, and that none is ahead', () => {
  const window = { from: '2026-08-29', to: '2026-11-28', weeks: 13 }
  const goal = {
    key: 'GOAL-1',
    title: 'Ten thousand houses',
    state: 'active',
    depth: 0,
    progress: 0.7164,
    latest: { confidence: 80 },
    due: '2027-05-27',
    work: 'own',
    outlook: { open: 2, known: 1, likely: 1 },
    changes: { own: 3, below: 1204 },
  }
  const below = {
    ...goal,
    key: 'GOAL-12',
    title: 'Fewer calls',
    depth: 1,
    state: 'missed',
    work: 'ended',
    latest: null,
  }
  const told = page('strategy.tree', { goals: [goal, below], window, betsWithoutGoal: 0, unread: [] })
  expect(told).toContain(
    '  GOAL-1   Ten thousand houses\n           72 % of the way · 80 % sure · due 2027-05-27 · bets: 1 of 2',
  )
  expect(told).toContain(
    '  GOAL-12    Fewer calls\n             missed · 72 % of the way · due 2027-05-27 · all',
  )
  expect(told.split('\n').filter((line) => line.length > 80)).toEqual([])
  const none = { goals: [], window, betsWithoutGoal: 0, unread: [] }
  expect(page('strategy.tree', none, 'de')).toBe('  Vor uns liegt kein Ziel.\n')
})

test('a dry run says what a file becomes, what of it is refused and why, and that nothing is written', () => {
  const refused = Array.from({ length: 12 }, (_, at) => ({
    row: at + 3,
    fate: 'refused',
    title: '',
    fields: [],
    reasons: ['Titel fehlt.'],
  }))
  const preview = {
    file: 'b.csv',
    format: 'table',
    counted: 'rows',
    as: 'bet',
    rows: 1013,
    counts: { new: 1000, changed: 1, same: 0, kept: 0, refused: 12 },
    leftOut: { columns: ['Assignee'], requests: 0, outOfTexts: 0 },
    cut: 0,
    targets: [
      { label: 'Titel', from: { column: 'Title' } },
      { label: 'Horizont', from: null },
    ],
    refused,
    kept: [],
    changed: [
      {
        row: 2,
        fate: 'changed',
        title: 'Refunds',
        fields: [{ label: 'Stand', text: 'Idee', now: null }],
        reasons: [],
      },
    ],
    first: [],
  }
  const told = page('roadmap.bring-in-preview', preview, 'de')
  expect(told).toContain(
    '  b.csv: Tabelle, 1.013 Zeilen, werden Wetten\n\n  1.000 neu\n  1 geändert\n  12 abgelehnt\n',
  )
  expect(told).toContain('  Abgelehnt\n  Zeile 3, ohne Titel: Titel fehlt.\n')
  expect(told).toContain('  Zeile 12, ohne Titel: Titel fehlt.\n  · weitere davon: 2\n')
  expect(told).toContain('  Geändert\n  Zeile 2, Refunds: Stand – > Idee\n')
  expect(told).toContain('Weggelassene Spalten: Assignee.')
  expect(told).toContain('Geschrieben ist noch nichts')
  expect(page('roadmap.bring-in-preview', { ...preview, rows: 0 })).toBe('  There is no row in the file.\n')
})
