import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Sets V8 up for a run of seconds, and answers a function that collects garbage at once. Left alone, V8 lets the heap
 * grow by tens of megabytes that nothing uses any more, typed arrays above all, whose bytes do not count as its own; and
 * its highest tier of optimisation costs a third of the processor time, on cores that git needs, before it pays.
 */
export function suitShortRun(): () => void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=20')
  setFlagsFromString('--no-turbofan')
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  return () => {
    // The plain kind leaves what code that was optimised lately still points to, though nothing can reach it.
    if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' })
  }
}
