import { daysLater } from '../plan/days-later.ts'
import type { KeptBet } from './read-kept.ts'

type Dates = Readonly<Record<string, string | null>>
type Size = readonly [low: number, high: number]

/** A bet that is ahead, as it is forecast now. */
export interface BetNow {
  readonly key: string
  readonly title: string
  readonly dates: Dates | null
  readonly total: Size | null
  readonly reason: string | null
}

/** A bet as it stands among the records, whatever became of it. */
export interface BetRecord {
  readonly key: string
  readonly title: string
  readonly state: string | null
  /** Day on which it was written. */
  readonly written: string
  /** Day on which it was shipped or stopped. */
  readonly ended: string | null
}

/**
 * What became of a bet since a day. `came`: it was written since. `found`: it was there and had no forecast. `lost`: it has
 * none any more. `shipped`, `stopped`, `archived`: it is no longer ahead; `gone`: nobody may see it, or it was erased.
 */
export type Became =
  | 'moved'
  | 'resized'
  | 'same'
  | 'came'
  | 'found'
  | 'lost'
  | 'shipped'
  | 'stopped'
  | 'archived'
  | 'gone'

/** A bet between an earlier day and now. */
export interface MovedBet {
  readonly key: string
  /** Null for one that is gone. */
  readonly title: string | null
  readonly became: Became
  readonly before: Dates | null
  readonly after: Dates | null
  /** Calendar days that its 85 % day lies later than it did; negative where earlier, null where one of them is missing. */
  readonly later: number | null
  /** Where somebody gave it another size; null where not, or where the size of then is not known. */
  readonly resized: { readonly from: Size; readonly to: Size } | null
  /** Day on which it came or ended. */
  readonly on: string | null
  /** Why there is no forecast now. */
  readonly reason: string | null
}

interface Then {
  readonly day: string
  readonly bets: readonly KeptBet[]
}

/** Every bet that was forecast then or is ahead now: what moved furthest first, what stands where it stood last. */
export function whatMoved(
  then: Then,
  now: readonly BetNow[],
  records: ReadonlyMap<string, BetRecord>,
): readonly MovedBet[] {
  const ahead = new Map(now.map((bet) => [bet.key, bet]))
  const known = new Set(then.bets.map(({ key }) => key))
  const moved = [
    ...then.bets.map((bet): MovedBet => {
      const own = ahead.get(bet.key)
      return own ? stillAhead(bet, own) : ended(bet, records.get(bet.key))
    }),
    ...now.flatMap((bet) => (known.has(bet.key) ? [] : newlyForecast(bet, records.get(bet.key), then.day))),
  ]
  const size = ({ later }: MovedBet) => Math.abs(later ?? 0)
  const rank = ({ became }: MovedBet) => ranks.indexOf(became)
  return moved.toSorted((a, b) => size(b) - size(a) || rank(a) - rank(b))
}

const ranks: readonly Became[] = [
  'moved',
  'resized',
  'lost',
  'came',
  'found',
  'shipped',
  'stopped',
  'archived',
  'gone',
  'same',
]

function stillAhead(then: KeptBet, now: BetNow): MovedBet {
  const [from, to] = [then.dates?.['85'] ?? null, now.dates?.['85'] ?? null]
  const later = from === null || to === null ? null : daysLater(from, to)
  const resized = resizedFrom(then.total ?? null, now.total)
  const became = (): Became => {
    if (now.dates === null) return then.dates === null ? 'same' : 'lost'
    if (then.dates === null) return 'found'
    if (later === null ? from !== to : later !== 0) return 'moved'
    return resized ? 'resized' : 'same'
  }
  const { key, title, dates: after, reason } = now
  const shown = after === null ? reason : null
  return { key, title, became: became(), before: then.dates, after, later, resized, on: null, reason: shown }
}

function resizedFrom(from: Size | null, to: Size | null): MovedBet['resized'] {
  if (from === null || to === null || (from[0] === to[0] && from[1] === to[1])) return null
  return { from, to }
}

function ended({ key, dates: before }: KeptBet, record: BetRecord | undefined): MovedBet {
  const bet = { key, before, after: null, later: null, resized: null, reason: null }
  if (!record) return { ...bet, title: null, became: 'gone', on: null }
  const { title, state, ended: on } = record
  if (state === 'shipped' || state === 'stopped') return { ...bet, title, became: state, on }
  return { ...bet, title, became: 'archived', on: null }
}

function newlyForecast(
  { key, title, dates }: BetNow,
  record: BetRecord | undefined,
  day: string,
): MovedBet[] {
  const written = record?.written ?? null
  const isNew = written !== null && written > day
  // What had no forecast then and has none now has not moved.
  if (dates === null && !isNew) return []
  return [
    {
      key,
      title,
      became: isNew ? 'came' : 'found',
      before: null,
      after: dates,
      later: null,
      resized: null,
      on: isNew ? written : null,
      reason: null,
    },
  ]
}
