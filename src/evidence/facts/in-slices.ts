import { setImmediate as others } from 'node:timers/promises'
import type { Steps } from '../history/steps.ts'

/** Milliseconds for which one slice keeps everybody else in this process waiting. */
const slice = 5

/** Runs a calculation beside requests: now and then it lets what waits have its turn. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (let since = performance.now(); ;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < slice) continue
    await others()
    since = performance.now()
  }
}
