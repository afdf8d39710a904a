/** A time as a commit records it. */
export interface RecordedTime {
  /** Milliseconds since 1970. */
  readonly instant: number
  /** Minutes east of UTC, or null beyond ±14 h and for minutes that are none. */
  readonly offset: number | null
}

/** The last instant that a calendar knows, 13 September 275760. */
const lastInstant = 8.64e15

/** Reads `1700000000 +0100`; null for what is no time and for instants no calendar knows. */
export function readRecordedTime(text: string): RecordedTime | null {
  const [seconds = '', zone = ''] = text.split(' ', 2)
  const instant = Number(seconds) * 1000
  if (seconds === '' || !Number.isSafeInteger(instant) || Math.abs(instant) > lastInstant) return null
  return { instant, offset: readOffset(zone) }
}

function readOffset(zone: string): number | null {
  const match = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  if (!match) return null
  const minutes = Number(match[3])
  const offset = Number(match[2]) * 60 + minutes
  if (minutes > 59 || offset > 14 * 60) return null
  return match[1] === '-' ? -offset : offset
}
