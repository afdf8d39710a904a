import { hour } from './windows.ts'

/** Hours from one step to the next, or null where one did not happen or a clock ran backwards. */
export function hoursBetween(from: number | null, to: number | null): number | null {
  return from === null || to === null || to < from ? null : (to - from) / hour
}
