/** How many days one day lies after another, both as in `2026-01-31`; negative where it lies before. */
export function daysLater(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
