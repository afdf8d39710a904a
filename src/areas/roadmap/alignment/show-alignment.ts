import { z } from 'zod'
import { defineOperation } from '#kernel'
import { countedBets } from './counted-bets.ts'
import { loadAlignment } from './load-alignment.ts'
import { measureAlignment } from './measure-alignment.ts'
import { readWindow, windowQuestion } from './window.ts'

/** How much of what was delivered served a bet and a goal, in all and by team; what git alone tells of the rest. */
export const showAlignment = defineOperation({
  name: 'roadmap.alignment',
  summary: {
    en: 'Say how much of what was really delivered belongs to a bet and serves a goal, in all and by team.',
    de: 'Sagen, wie viel von dem, was wirklich geliefert wurde, zu einer Wette gehört und einem Ziel dient, insgesamt und je Team.',
  },
  input: z.strictObject(windowQuestion),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, asked) {
    const window = readWindow(asked, context.clock())
    const { joined, teams, teamNames, bets, delivered } = await loadAlignment(context, window)
    const counted = countedBets(bets)
    const perBet = new Map<string, number>()
    for (const { bets: keys } of joined) for (const key of keys) perBet.set(key, (perBet.get(key) ?? 0) + 1)
    const named = [...new Set(teams.flat())].sort()
    return {
      asOf: context.clock().toISOString(),
      from: new Date(window.from).toISOString(),
      to: new Date(window.to).toISOString(),
      whole: measureAlignment(joined, counted),
      teams: named.map((team) => ({
        team,
        name: teamNames.get(team) ?? team,
        ...measureAlignment(
          joined.filter((_, at) => teams[at]?.includes(team)),
          counted,
        ),
      })),
      bets: [...perBet]
        .map(([bet, changes]) => ({ bet, changes, goals: counted.get(bet)?.goals ?? [] }))
        .sort((a, b) => b.changes - a.changes || a.bet.localeCompare(b.bet, 'en', { numeric: true })),
      repositories: delivered.repositories.map(({ name }) => name),
      unread: delivered.unread,
    }
  },
})
