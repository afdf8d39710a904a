import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'
import { countLine } from '../../scripts/count-line.js'
import type { Counts } from '../../scripts/count-line.js'

/** Ends a run with `N passed, N failed`; under `npm test` it hands the counts to the runner, which adds its own checks. */
export class CountReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const counts = countTests(modules, unhandledErrors.length, reason)
    const file = process.env['LEITSTAND_TEST_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(counts))
    else process.once('exit', () => process.stdout.write(`${countLine(counts)}\n`))
    if (counts.failed > 0) process.exitCode = 1
  }
}

export default CountReporter // oxlint-disable-line import/no-default-export -- vitest loads a reporter by its default export

/** What a run amounts to: a file that does not load, a failed hook, an unhandled error and a run without any test are failures too. */
export function countTests(
  modules: readonly TestModule[],
  unhandledErrors: number,
  reason: TestRunEndReason,
): Counts {
  const counts = { passed: 0, failed: unhandledErrors, skipped: 0 }
  for (const module of modules) {
    let failedHere = 0
    for (const test of module.children.allTests()) {
      const state = test.result().state
      if (state === 'passed') counts.passed++
      else if (state === 'failed') failedHere++
      else if (state === 'skipped') counts.skipped++
      else failedHere++ // a test that never came to its end
    }
    counts.failed += failedHere === 0 && !module.ok() ? 1 : failedHere
  }
  const nothingRan = counts.passed + counts.failed === 0
  if (nothingRan || (reason !== 'passed' && counts.failed === 0)) counts.failed++
  return counts
}
