import { setTimeout as passed } from 'node:timers/promises'
import { inBackground } from './background.ts'
import type { Engine } from './engine.ts'
import { assertOutsideOperation } from './operation-scope.ts'

/** A server that is never quiet tidies up all the same. */
const patience = 10 * 60_000

/**
 * Tidies up when asked, one statement after the other, each when nobody has wanted the embedded database for a moment: some
 * of them hold it for a fifth of a second. Asked again before it has begun, it does so once.
 */
export function maintenance(engine: Engine) {
  const stopping = new AbortController()
  let waiting: Promise<void> | undefined
  let last: Promise<void> = Promise.resolve()

  async function quiet(until: number) {
    for (;;) {
      stopping.signal.throwIfAborted()
      const left = engine.untilQuiet?.() ?? 0
      if (left <= 0 || performance.now() > until) return
      await passed(left, undefined, { signal: stopping.signal })
    }
  }

  async function tidyUp(before: Promise<void>) {
    await before
    const until = performance.now() + patience
    await quiet(until)
    waiting = undefined
    if (engine.kind === 'pglite') await engine.run('checkpoint')
    for (const table of await namesOfTables(engine)) {
      await quiet(until)
      await engine.run(`vacuum (analyze) ${table}`)
    }
  }

  return {
    async ask(): Promise<void> {
      assertOutsideOperation('The maintenance of the store')
      waiting ??= inBackground(() => tidyUp(last))
      const mine = waiting
      last = mine.catch(() => undefined)
      // What is left undone by a store that is closed is done another time.
      await mine.catch((error: unknown) => {
        if (!stopping.signal.aborted) throw error
      })
    },
    /** Settles once nothing of it runs any more. */
    async stop(): Promise<void> {
      stopping.abort()
      await last
    },
  }
}

async function namesOfTables(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.run(
    "select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  )
  return (rows as { name: string }[]).map(({ name }) => name) // the column that the statement names
}
