import { serve } from '#surfaces/serve/serve.ts'
import type { ServeArguments } from './read-arguments.ts'

/** Serves until a signal ends it. Throws what keeps the server from starting. */
export async function serveCommand({
  repo,
  folder,
  port,
  data,
  host,
  publicUrl,
}: ServeArguments): Promise<void> {
  const served = await serve({
    repository: repo,
    folder,
    port,
    data,
    host,
    publicUrl,
    say: (line) => process.stdout.write(`${line}\n`),
    environment: process.env,
  })
  const closed = new Promise<void>((resolve, reject) => {
    // Signals may come twice, from the terminal and from whoever started this: the second must not cut the first short.
    let stopping: Promise<void> | null = null
    const stop = () => void (stopping ??= served.close().then(resolve, reject))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  })
  try {
    await served.ready
  } catch (error) {
    await served.close()
    throw error
  }
  await closed
}
