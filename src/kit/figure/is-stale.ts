const day = 24 * 3_600_000

/** A figure of yesterday or before is shown in a lighter ink and with its date. */
export function isStale(asOf: string, now = Date.now()): boolean {
  return now - Date.parse(asOf) > day
}
