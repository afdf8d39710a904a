import type { Kernel } from '#kernel'

const lookEvery = 10 * 60_000
const enoughWrites = 500

/**
 * Lets the embedded database tidy up after every few hundred writes: nothing else there clears away what was
 * overwritten, or counts anew what its plans go by. A PostgreSQL does both by itself.
 */
export function keepTidy(kernel: Kernel): { look(): Promise<void>; stop(): void } {
  const { store } = kernel
  let tidiedAt: number | null = null
  const timer = setInterval(() => {
    look().catch((error: unknown) => kernel.log({ id: crypto.randomUUID(), where: 'tidying up', error }))
  }, lookEvery)
  timer.unref()

  /** Tidies up where it is time. */
  async function look() {
    if (store.kind !== 'pglite') return
    const { seq } = await store.database
      .selectFrom('audit_head')
      .select('seq')
      .where('workspace_id', '=', store.workspaceId)
      .executeTakeFirstOrThrow()
    // What was written before this process began is not known: it tidies up after that, too.
    if (tidiedAt !== null && seq - tidiedAt < enoughWrites) return
    await store.maintain()
    tidiedAt = seq
  }

  return { look, stop: () => clearInterval(timer) }
}
