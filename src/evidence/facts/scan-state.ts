import type { Kernel } from '#kernel'
import type { Language } from '#kernel/shape.ts'
import type { ScanShape } from '../shape.ts'
import { evidenceSettings } from './evidence-settings.ts'
import type { StoredScan } from './tables.ts'

export const waitingScan: StoredScan = { phase: 'waiting', done: 0, of: null, error: null }

interface Running {
  readonly state: StoredScan
  readonly since: number
  readonly doneBefore: number
}

// By repository id; lost with the process, whose scans end with it.
const running = new Map<string, Running>()

/** The scan of a repository as this process knows it, else as it is stored, in the reader's language. */
export function scanShape(
  now: number,
  repositoryId: string,
  stored: StoredScan,
  language: Language,
): ScanShape {
  const live = running.get(repositoryId)
  const { message, hint } = (live?.state ?? stored).error ?? {}
  const error = message ? { message: message[language], hint: hint?.[language] ?? '' } : null
  if (!live) return { ...stored, error, perSecond: null, remainingSeconds: null }
  const seconds = (now - live.since) / 1000
  const perSecond = seconds > 0.2 ? (live.state.done - live.doneBefore) / seconds : null
  const open = live.state.of === null ? null : live.state.of - live.state.done
  const remaining = open === null || perSecond === null || perSecond <= 0 ? null : open / perSecond
  return { ...live.state, error, perSecond, remainingSeconds: remaining }
}

/**
 * Stores where a scan stands and tells everyone who watches; with `only`, just where it stood in that phase. What was
 * cancelled stays so until another scan is asked for.
 */
export async function enterPhase(
  kernel: Kernel,
  repositoryId: string,
  state: StoredScan,
  only?: StoredScan['phase'],
): Promise<void> {
  const entered = await kernel.store.transaction(async (transaction) => {
    const row = await transaction
      .selectFrom('repository')
      .select('scan')
      .where('workspace_id', '=', kernel.store.workspaceId)
      .where('id', '=', repositoryId)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.scan.phase === 'cancelled' || (only && row.scan.phase !== only)) return false
    await transaction
      .updateTable('repository')
      .set({ scan: JSON.stringify(state) })
      .where('workspace_id', '=', kernel.store.workspaceId)
      .where('id', '=', repositoryId)
      .execute()
    return true
  })
  if (!entered || isOver(state)) running.delete(repositoryId)
  else running.set(repositoryId, { state, since: kernel.clock().getTime(), doneBefore: state.done })
  evidenceSettings(kernel).changes.tell(repositoryId)
}

/** Tells how far the phase has come, without storing it: a process that dies counts anew. */
export function tellProgress(
  kernel: Kernel,
  repositoryId: string,
  phase: StoredScan['phase'],
  done: number,
  of: number | null,
): void {
  const live = running.get(repositoryId)
  if (live?.state.phase !== phase) return
  running.set(repositoryId, { ...live, state: { ...live.state, done, of } })
  evidenceSettings(kernel).changes.tell(repositoryId)
}

/** Ends what this process tells of a running scan; what is stored is told from then on. */
export function forgetScan(kernel: Kernel, repositoryId: string): void {
  if (running.delete(repositoryId)) evidenceSettings(kernel).changes.tell(repositoryId)
}

function isOver(state: StoredScan): boolean {
  return state.phase === 'done' || state.phase === 'failed' || state.phase === 'cancelled'
}
