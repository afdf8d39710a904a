import { fault, type FieldBase, type FieldKind } from './field.ts'

/** A length of time in whole minutes, written as ISO 8601 has it: `P2W`, `P3D`, `PT90M`. A day is 24 hours. */
export interface DurationField extends FieldBase {
  readonly kind: 'duration'
}

const week = 10_080
const day = 1440
const minutesOf: Readonly<Record<string, number>> = { w: week, d: day, h: 60, m: 1 }
const most = 100 * 365 * day

/** Kept as text, in the shortest form; the column holds minutes, so that longer ones sort behind shorter ones. */
export const duration: FieldKind<DurationField, string> = {
  column: 'integer',
  ordering: 'amount',
  control: 'duration',
  cell: 'duration',
  place: 'front-matter',
  read(_field, given) {
    const minutes = typeof given === 'string' ? durationToMinutes(given) : null
    if (minutes === null)
      return fault(
        'must be a duration as in P2W, P3D or PT90M',
        'muss eine Dauer sein wie P2W, P3D oder PT90M',
      )
    return minutes > most
      ? fault('is longer than a century', 'ist länger als ein Jahrhundert')
      : { value: minutesToDuration(minutes) }
  },
  jsonSchema: () => ({ type: 'string', format: 'duration' }),
  /** Also takes `2w 3d 4h 30m`. */
  fromText(_field, text) {
    const plain = text.trim().toLowerCase()
    if (!/^(\d+[wdhm]\s*)+$/.test(plain)) return text.trim()
    const pieces = [...plain.matchAll(/(\d+)([wdhm])/g)]
    const minutes = pieces.map(([, count, unit = 'm']) => Number(count) * (minutesOf[unit] ?? 0))
    return minutesToDuration(minutes.reduce((sum, each) => sum + each, 0))
  },
  toText: (_field, value) => value,
  searchText: () => '',
}

/** Whole minutes of an ISO 8601 duration of weeks, days, hours and minutes; null for anything else. */
export function durationToMinutes(text: string): number | null {
  const found = /^P(?=\d|T\d)(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,8})H)?(?:(\d{1,8})M)?)?$/.exec(
    text,
  )
  if (found === null) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return weeks * week + days * day + hours * 60 + minutes
}

/** The shortest ISO 8601 duration: whole weeks as weeks, else days, hours and minutes. */
export function minutesToDuration(total: number): string {
  if (total > 0 && total % week === 0) return `P${total / week}W`
  const days = Math.floor(total / day)
  const hours = Math.floor((total % day) / 60)
  const minutes = total % 60
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 || total === 0 ? `${minutes}M` : ''}`
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`
}
