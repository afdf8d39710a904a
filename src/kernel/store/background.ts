import { AsyncLocalStorage } from 'node:async_hooks'

const scope = new AsyncLocalStorage<true>()

/** Runs `work` as something that nobody waits for: on the embedded database's one session others go before it. */
export function inBackground<T>(work: () => T): T {
  return scope.run(true, work)
}

/** True within work that nobody waits for. */
export function isInBackground(): boolean {
  return scope.getStore() === true
}
