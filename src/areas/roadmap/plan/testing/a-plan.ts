import type { Plan, PlannedBet, PlannedTeam } from '../plan-shape.ts'

/** A bet that is promised, of ten changes, for the team TEAM-1. */
export const aBet = (key: string, with_: Partial<PlannedBet> = {}): PlannedBet => ({
  key,
  title: key,
  state: 'committed',
  horizon: null,
  investment: 'feature',
  order: null,
  goals: [],
  teams: ['TEAM-1'],
  size: [10, 10],
  teamSizes: {},
  resembles: [],
  splitRate: null,
  risks: [],
  after: [],
  earliest: null,
  wanted: null,
  wantedReason: null,
  ...with_,
})

/** A team that finishes one change on each working day. */
export const aTeam = (key = 'TEAM-1', with_: Partial<PlannedTeam> = {}): PlannedTeam => ({
  key,
  name: key,
  parallel: 1,
  daily: [1, 1, 1, 1, 1, 1, 1, 1],
  counted: 'all',
  people: null,
  changes: [],
  ...with_,
})

/** A plan from Monday, 2 March 2026 on. */
export const aPlan = (bets: readonly PlannedBet[], with_: Partial<Plan> = {}): Plan => ({
  start: '2026-03-02',
  bets,
  teams: [aTeam()],
  breaks: [],
  done: {},
  ...with_,
})
