import type { RecordShape, RecordValues } from '#kernel/shape.ts'
import { numberOf, rowsOf, textOf } from '../plan/read-bet.ts'
import type { CountedLoss } from './lost-work.ts'
import { promiseKinds, type BrokenLink, type BrokenPromise } from './pivot-shape.ts'

/** What a pivot keeps of the plan when it is taken; only keys and days, titles are those of today. */
export interface KeptPlan {
  readonly stops: readonly {
    readonly key: string
    readonly state: string | null
    readonly goals: readonly string[]
  }[]
  readonly survives: readonly string[]
  /** Goals that are dropped, and goals that come in. */
  readonly dropped: readonly string[]
  readonly added: readonly string[]
  readonly promises: readonly BrokenPromise[]
  readonly breaks: readonly BrokenLink[]
}

/** The plan as the fields of a pivot hold it. */
export function toKept(
  { stops, survives, dropped, added, promises, breaks }: KeptPlan,
  most: number,
): RecordValues {
  const rows = <Row extends object>(all: readonly Row[]) => (all.length === 0 ? null : all.slice(0, most))
  return {
    goals: rows([
      ...dropped.map((goal) => ({ goal, change: 'drop' })),
      ...added.map((goal) => ({ goal, change: 'add' })),
    ]),
    stopped: rows(
      stops.map(({ key, state, goals }) => ({
        bet: key,
        state,
        goals: goals.length === 0 ? null : shortened(goals.join(', ')),
      })),
    ),
    remaining: rows(survives.map((bet) => ({ bet }))),
    broken: rows([
      ...promises.map(({ kind, ...rest }) => ({ what: kind, ...rest })),
      ...breaks.map(({ from, relation, key, title }) => ({
        what: 'link',
        of: from,
        key,
        title,
        day: null,
        reason: relation,
      })),
    ]),
  }
}

/** As many keys as a cell takes. */
const shortened = (text: string) => (text.length <= 400 ? text : text.slice(0, text.lastIndexOf(',', 400)))

/**
 * What a taken pivot has kept; null where it was taken before anything was. Every pivot changes a goal, so that these say
 * whether something was kept: each of the other lists may have been empty.
 */
export function fromKept({ fields }: RecordShape): KeptPlan | null {
  if (fields['state'] !== 'taken' || (fields['goals'] ?? null) === null) return null
  const changed = (change: 'drop' | 'add') =>
    rowsOf(fields['goals']).flatMap((row) => (row['change'] === change ? [String(row['goal'])] : []))
  const broken = rowsOf(fields['broken']).map((row) => ({
    what: String(row['what']),
    of: String(row['of']),
    key: String(row['key']),
    title: String(row['title']),
    day: textOf(row['day']),
    reason: textOf(row['reason']),
  }))
  return {
    stops: rowsOf(fields['stopped']).map((row) => ({
      key: String(row['bet']),
      state: textOf(row['state']),
      goals: textOf(row['goals'])?.split(', ') ?? [],
    })),
    survives: rowsOf(fields['remaining']).map((row) => String(row['bet'])),
    dropped: changed('drop'),
    added: changed('add'),
    promises: broken.flatMap(({ what, ...rest }) => {
      const kind = promiseKinds.find((each) => each === what)
      return kind ? [{ kind, ...rest }] : []
    }),
    breaks: broken.flatMap(({ what, of, key, title, reason }) =>
      what === 'link' ? [{ from: of, relation: reason ?? '', key, title }] : [],
    ),
  }
}

/** What was lost, as it was counted when the pivot was taken. */
export function lostOf({ fields }: RecordShape) {
  return rowsOf(fields['lost']).map((row) => ({
    bet: String(row['bet']),
    team: textOf(row['team']),
    changes: numberOf(row['changes']) ?? 0,
    inQuarter: numberOf(row['inQuarter']),
    ofQuarter: numberOf(row['ofQuarter']),
  }))
}

/** Rows as the field has them. */
export function lostRows(all: readonly CountedLoss[]) {
  return all.map(({ team, ofQuarter, ...row }) => ({
    ...row,
    ...(team !== null && { team }),
    ...(ofQuarter !== null && { ofQuarter }),
  }))
}
