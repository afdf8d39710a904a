import { createHash } from 'node:crypto'
import type { ForecastTask } from './forecast-task.ts'

/** So many are held: a comparison of today with four scenarios, and what was asked just before. */
const most = 12

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
    for (const oldest of answers.keys()) if (answers.size > most) answers.delete(oldest)
  },
}

export function nameOfTask(task: ForecastTask): string {
  return createHash('sha256').update(JSON.stringify(task)).digest('base64')
}
