import { plainLine } from '../plain-line.ts'

/** A stretch of whole days in a calendar; both ends included, as in `2026-12-24`. */
export interface CalendarEvent {
  /** The same for as long as it is the same event: by it a calendar knows what moved. */
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly from: string
  readonly until: string
  /** Where it leads; null where nobody knows. */
  readonly url: string | null
}

export interface Calendar {
  readonly name: string
  /** When it was made. */
  readonly stamp: Date
  readonly events: readonly CalendarEvent[]
}

/** The calendar as iCalendar (RFC 5545), whose events take nobody’s time; asks to be read again every six hours (RFC 7986). */
export function calendarText({ name, stamp, events }: Calendar): string {
  const stamped = `${stamp.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Leitstand//Roadmap//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => eventLines(event, stamped)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(
  { uid, summary, description, from, until, url }: CalendarEvent,
  stamped: string,
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(plainLine(uid))}`,
    `DTSTAMP:${stamped}`,
    `DTSTART;VALUE=DATE:${day(from)}`,
    // The end of an event is the day after its last one.
    `DTEND;VALUE=DATE:${day(new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000).toISOString())}`,
    `SUMMARY:${text(plainLine(summary))}`,
    ...(description === '' ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(url === null ? [] : [`URL:${plainLine(url)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const day = (date: string) => date.slice(0, 10).replaceAll('-', '')

/** A value of type TEXT; the lines of a description are what else than a line it may hold. */
function text(value: string): string {
  return value
    .split('\n')
    .map((line) => plainLine(line).replaceAll(/[\\;,]/g, String.raw`\$&`))
    .join(String.raw`\n`)
}

const longest = 75

/** The line in pieces of at most 75 octets, none of which ends within a character. */
export function folded(line: string): string {
  const pieces: string[] = []
  let [piece, octets] = ['', 0]
  for (const character of line) {
    const own = Buffer.byteLength(character)
    // The space before each piece but the first counts, too.
    if (octets + own > longest) {
      pieces.push(piece)
      ;[piece, octets] = ['', 1]
    }
    piece += character
    octets += own
  }
  return [...pieces, piece].join('\r\n ')
}
