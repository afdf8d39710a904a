import { answerForecast, type BetOutlook } from '../answer-forecast.ts'
import { buildTree, type TreeBet } from './build-tree.ts'
import type { ReadGoalTree } from './read-tree.ts'
import type { GoalTreeShape } from './tree-shape.ts'

/** Reckons when the bets are done, and builds the tree with it. */
export async function answerGoalTree(read: ReadGoalTree): Promise<GoalTreeShape> {
  const { forecast, asOf, today, window, goals, ended, changes, unread } = read
  const open = (await answerForecast(forecast)).bets
  const bets = [...open.map(fromOutlook), ...ended.map(fromEnded)]
  const known = new Set(goals.map(({ key }) => key))
  return {
    asOf,
    today,
    window,
    goals: buildTree({ today, goals, bets, changes }),
    betsWithoutGoal: open.filter((bet) => !bet.goals.some(({ key }) => known.has(key))).length,
    unread,
  }
}

function fromOutlook({ key, title, state, goals, dates, cumulative, marked, reason }: BetOutlook): TreeBet {
  return {
    key,
    title,
    state,
    isOpen: true,
    goals: goals.map((goal) => goal.key),
    day85: dates?.['85'] ?? null,
    cumulative: dates === null ? null : cumulative,
    marked: marked === true,
    reason,
  }
}

function fromEnded(bet: ReadGoalTree['ended'][number]): TreeBet {
  return { ...bet, isOpen: false, day85: null, cumulative: null, marked: false, reason: null }
}
