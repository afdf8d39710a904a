import type { Proposal, Reason } from './proposal-shape.ts'

/** A bet as far as it can be proposed. */
export interface ProposedBet {
  readonly key: string
  readonly title: string
  readonly state: string
  readonly goals: readonly string[]
}

/** What has a word, and where. */
export interface WordFound {
  readonly word: string
  readonly key: string
  readonly in: 'title' | 'text'
}

const weights = { title: 3, goal: 2, text: 1 } as const

/** As many as one looks at while one sorts. */
const most = 5

/**
 * The bets that share words with an insight, in their title, their texts or the titles of their goals. A word counts the
 * less the more bets have it, and one that more than half of many have says nothing.
 */
export function rankBets(bets: readonly ProposedBet[], found: readonly WordFound[]): Proposal[] {
  const reasons = bets.map((bet) => ({ bet, because: reasonsOf(bet, found) }))
  const spread = new Map<string, number>()
  for (const { because } of reasons)
    for (const { word } of because) spread.set(word, (spread.get(word) ?? 0) + 1)
  const tells = ({ word }: Reason) => bets.length < 6 || (spread.get(word) ?? 0) * 2 <= bets.length
  return reasons
    .map(({ bet, because }) => ({ bet, because: because.filter(tells) }))
    .filter(({ because }) => because.length > 0)
    .map(({ bet: { key, title, state }, because }) => ({
      proposal: { key, title, state, because },
      weight: because.reduce((sum, reason) => sum + weights[reason.in] / (spread.get(reason.word) ?? 1), 0),
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ proposal }) => proposal)
}

/** Of each word the place that says the most. */
function reasonsOf({ key, goals }: ProposedBet, found: readonly WordFound[]): Reason[] {
  const best = new Map<string, Reason>()
  const take = (reason: Reason) => {
    const before = best.get(reason.word)
    if (!before || weights[before.in] < weights[reason.in]) best.set(reason.word, reason)
  }
  for (const each of found) {
    if (each.key === key) take({ word: each.word, in: each.in, goal: null })
    // What a goal says at length is about more than one bet of many.
    else if (each.in === 'title' && goals.includes(each.key))
      take({ word: each.word, in: 'goal', goal: each.key })
  }
  return [...best.values()]
}
