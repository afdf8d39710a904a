import { WrongUse } from './wrong-use.ts'

const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:?\d{2}))?$/i

/**
 * Milliseconds since 1970 of a day, meant to its end in UTC, or of an instant with its offset: without one the answer
 * would depend on the machine.
 */
export function readInstant(text: string): number {
  const [, day, time, offset] = form.exec(text) ?? []
  if (day === undefined || !isDay(day)) throw notAnInstant(text)
  if (time === undefined || offset === undefined) return Date.parse(`${day}T23:59:59Z`)
  const instant = Date.parse(`${day}T${time}${offset.toUpperCase().replace(/(\d{2})(\d{2})$/, '$1:$2')}`)
  if (Number.isNaN(instant)) throw notAnInstant(text)
  return instant
}

function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day)
}

function notAnInstant(text: string): WrongUse {
  return new WrongUse({
    en: `"${text}" is no instant: write 2026-01-31 (to the end of that day, UTC) or 2026-01-31T12:00:00Z.`,
    de: `„${text}“ ist kein Zeitpunkt: Schreibe 2026-01-31 (bis zum Ende des Tages, UTC) oder 2026-01-31T12:00:00Z.`,
  })
}
