import type { Context } from 'hono'
import { listRepositories } from '#evidence/operations/list-repositories.ts'
import type { ScanPhase } from '#evidence/shape.ts'
import { perform } from '#kernel'
import type { ApiHost } from './routes.ts'

/** Answers 200 once the database is open and no repository waits for its first figures, else 503, and says which. */
export async function answerReadiness(context: Context, host: ApiHost): Promise<Response> {
  const kernel = host.kernel()
  const { database } = host.status()
  if (!kernel) return context.json({ database, firstScan: 'waiting' }, 503)
  const { repositories } = await perform(kernel, listRepositories, { kind: 'local' }, {})
  const first = repositories.map(({ generation, scan }) => firstScan(generation, scan.phase))
  const state = (['running', 'failed', 'done'] as const).find((each) => first.includes(each)) ?? 'none'
  return context.json({ database, firstScan: state }, state === 'running' ? 503 : 200)
}

function firstScan(generation: number, phase: ScanPhase): 'done' | 'failed' | 'running' {
  if (generation > 0) return 'done'
  return phase === 'failed' || phase === 'cancelled' ? 'failed' : 'running'
}
