import type { Surface } from '../../src/kernel/operation/define-operation.ts'
import { Refusal } from '../../src/kernel/operation/refusal.ts'
import { allOperations } from './all-operations.ts'

interface Watched {
  /** Every operation there is, by name. */
  readonly all: Awaited<ReturnType<typeof allOperations>>
  /** From which surfaces an operation was asked and gave its own answer, be it a refusal. */
  from(name: string): ReadonlySet<Surface>
  stop(): void
}

/** Notes of every operation from which surface it is asked, for as long as it is watched. */
export async function watchOperations(): Promise<Watched> {
  const all = await allOperations()
  const seen = new Map<string, Set<Surface>>()
  const kept = [...all.values()].map((operation) => ({ operation, run: operation.run }))
  for (const { operation, run } of kept) {
    const note = (surface: Surface) =>
      seen.set(operation.name, (seen.get(operation.name) ?? new Set()).add(surface))
    Object.assign(operation, {
      run: async (...[context, input]: Parameters<typeof run>) => {
        try {
          const output = await run(context, input)
          note(context.surface)
          return output
        } catch (error) {
          if (error instanceof Refusal) note(context.surface)
          throw error
        }
      },
    })
  }
  return {
    all,
    from: (name) => seen.get(name) ?? new Set(),
    stop() {
      for (const { operation, run } of kept) Object.assign(operation, { run })
    },
  }
}
