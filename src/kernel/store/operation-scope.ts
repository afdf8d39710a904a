import { AsyncLocalStorage } from 'node:async_hooks'

const scope = new AsyncLocalStorage<string>()

/** Runs `work` as the inside of the operation `name`, where no database handle but its transaction may be used. */
export function insideOperation<T>(name: string, work: () => Promise<T>): Promise<T> {
  return scope.run(name, work)
}

/** Throws when called inside an operation; on PGlite's one connection `what` would wait for ever, on PostgreSQL it would go unseen. */
export function assertOutsideOperation(what: string): void {
  const operation = scope.getStore()
  if (operation !== undefined)
    throw new Error(
      `${what} was used inside the operation ${operation}: only context.transaction may be used there.`,
    )
}
