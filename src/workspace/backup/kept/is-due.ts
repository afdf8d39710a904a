import { listKept } from './list-kept.ts'

const hour = 3_600_000

/** Whether the newest backup is older than so many hours; where there is none yet, whether the workspace is. */
export function isDue(folder: string, now: Date, hours: number, created: Date): boolean {
  const [newest] = listKept(folder)
  return now.getTime() - (newest?.at ?? created).getTime() > hours * hour
}

/** Whether there is none of the last day. */
export function isDayOld(folder: string, now: Date): boolean {
  return isDue(folder, now, 24, new Date(0))
}
