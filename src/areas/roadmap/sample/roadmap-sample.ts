import type { Sample } from '#workspace'
import { allocations } from './allocations.ts'
import { betsOfTheTurn } from './bets-of-the-turn.ts'
import { breaks } from './breaks.ts'
import { firstBets } from './first-bets.ts'
import { laterBets } from './later-bets.ts'
import { openBets } from './open-bets.ts'
import { pivot } from './pivot.ts'
import { scenarios } from './scenarios.ts'

/** What Larkenfeld bet on in eighteen months, what it stopped seven months ago, and what it thinks about now. */
export const roadmapSample: Sample = {
  records: [
    ...breaks,
    ...allocations,
    ...firstBets,
    ...betsOfTheTurn,
    ...laterBets,
    ...openBets,
    ...scenarios,
    pivot,
  ],
  links: [
    ...['street-sharing', 'exchange', 'street-contract', 'many-houses'].map(affected),
    ...['streets', 'exchange-earns', 'associations'].map(affected),
    { daysAgo: 204, from: 'many-houses', relation: 'supersedes', to: 'street-contract' },
    { daysAgo: 169, from: 'bought-weather', relation: 'supersedes', to: 'roof-model' },
    { daysAgo: 207, from: 'to-houses', relation: 'relates', to: 'direction' },
  ],
}

function affected(to: string) {
  return { daysAgo: 211, from: 'to-houses', relation: 'affects', to } as const
}
