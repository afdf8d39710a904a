import { Refusal } from '../operation/refusal.ts'
import { isDay } from './fields/day.ts'

/** A place in a list: what the row behind which it lies is ordered by, as the database writes it, and that row's id. */
export interface ListCursor {
  readonly text: string | null
  readonly id: string
}

/** The place as one word for the asker to hand back; it belongs to this order alone. */
export function writeCursor(sort: string, { text, id }: ListCursor): string {
  return Buffer.from(JSON.stringify([sort, text, id])).toString('base64url')
}

/**
 * Reads a place that a list in this order gave; `type` is the SQL type of what is ordered by. Refuses everything that
 * the database could not read as that, and a place in another order.
 */
export function readCursor(cursor: string, sort: string, type: string): ListCursor {
  const [given, text, id] = partsOf(cursor)
  if (given === sort && isId(id) && (text === null || (typeof text === 'string' && isOf(type, text))))
    return { text, id }
  throw new Refusal(
    'invalid',
    {
      en: 'The place to go on from is none that this list gave, in this order.',
      de: 'Die Stelle zum Weiterlesen stammt nicht von dieser Liste in dieser Reihenfolge.',
    },
    { en: 'Begin the list again.', de: 'Beginne die Liste von vorn.' },
  )
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : []
  } catch {
    // What is no JSON is no place.
    return []
  }
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}

function isOf(type: string, text: string): boolean {
  const number = Number(text)
  switch (type) {
    case 'integer':
      return /^-?\d{1,10}$/.test(text) && Math.abs(number) <= 2_147_483_647
    case 'double precision':
      return (
        /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) && Math.abs(number) < 1e300 && (number !== 0 || text === '0')
      )
    case 'boolean':
      return text === 'true' || text === 'false'
    case 'date':
      return isDay(text)
    case 'timestamptz': {
      const [, day = '', hour] =
        /^(\d{4}-\d\d-\d\d) (\d\d):[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-](?:0\d|1[0-4])(?::[0-5]\d)?$/.exec(
          text,
        ) ?? []
      return isDay(day) && Number(hour) < 24
    }
    case 'uuid':
      return isId(text)
    default:
      return text.isWellFormed() && !text.includes('\0')
  }
}
