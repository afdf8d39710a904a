import { createHash } from 'node:crypto'
import type { ForecastTask } from './forecast-task.ts'

/** So many are held: a comparison of today with four scenarios, and what was asked just before. */
const most = 12
/** And as much: of all bets together so many days with their chances, some tens of megabytes. */
const mostDays = 400_000

const answers = new Map<string, unknown>()

/**
 * What was calculated lately, by all that it was calculated from. The same input with the same seed gives the same answer,
 * so nothing of it ever becomes wrong: a plan, a pace or a day that changes makes another name.
 */
export const rememberedAnswers = {
  of(name: string): unknown {
    const answer = answers.get(name)
    if (answer !== undefined) this.keep(name, answer)
    return answer
  },
  keep(name: string, answer: unknown): void {
    answers.delete(name)
    answers.set(name, answer)
    let days = answers.values().reduce<number>((sum, each) => sum + daysIn(each), 0)
    for (const [oldest, each] of answers) {
      if (answers.size <= most && days <= mostDays) return
      answers.delete(oldest)
      days -= daysIn(each)
    }
  },
}

/** How large an answer is: of a forecast, the days on which a bet may be done are nearly all of it. */
function daysIn(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null || !('bets' in answer) || !Array.isArray(answer.bets))
    return 0
  return answer.bets.reduce((sum: number, bet: { readonly cumulative?: readonly unknown[] }) => {
    return sum + (bet.cumulative?.length ?? 0)
  }, 0)
}

export function nameOfTask(task: ForecastTask): string {
  return createHash('sha256').update(JSON.stringify(task)).digest('base64')
}
