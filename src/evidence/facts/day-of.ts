/** The day of an instant in UTC, as in `2026-01-05`; empty for one that no calendar has. */
export function dayOf(instant: number): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
