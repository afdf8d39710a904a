import type { Prepared, PreparedTeam } from './forecast-input.ts'
import { wordOf } from './sfc32.ts'
import { countBefore, workingDays } from './working-days.ts'

/**
 * A forecast’s input as plain arrays, so that nothing is allocated while days are drawn. A *part* is what one team has to
 * do of one bet; the parts of a bet lie together, and the places of a team list its parts in the order of the bets.
 */
export interface Layout {
  readonly days: Int32Array
  readonly teams: number
  readonly bets: number
  readonly parts: number
  readonly partBet: Int32Array
  readonly partTeam: Int32Array
  /** Parts of bet b: from partStart[b] to before partStart[b + 1]. */
  readonly partStart: Int32Array
  /** A team’s parts, in the order of the bets: queue[queueStart[team] + place]. */
  readonly queueStart: Int32Array
  readonly queue: Int32Array
  readonly partPlace: Int32Array
  readonly parallel: Int32Array
  readonly mostParallel: number
  /** Bets that wait for bet b, and those that it waits for. */
  readonly dependents: Lists
  readonly dependencies: Lists
  /** The first day, from 1 on, on which the bet may be begun. */
  readonly earliest: Int32Array
  readonly histories: readonly Int32Array[]
  /** Per team its factor on each working day; null where it is 1 throughout. */
  readonly factors: readonly (Float64Array | null)[]
  /** The last day on which a team does anything. */
  readonly worksUntil: Int32Array
  readonly work: Work
  /** 1 for teams whose history says enough; the others never finish anything. */
  readonly usable: Uint8Array
  /** 1 for bets of a team without a usable history, and for those that wait for one: they are never done. */
  readonly hopeless: Uint8Array
}

export interface Lists {
  readonly start: Int32Array
  readonly list: Int32Array
}

/** How the sizes of a trial come about. */
interface Work {
  readonly low: Float64Array
  /** Number of whole numbers that the size is drawn from. */
  readonly choices: Float64Array
  readonly rateLow: Float64Array
  readonly rateWidth: Float64Array
  /** Which stream a part, and a bet for its risks, draws from. */
  readonly partWord: Int32Array
  readonly betWord: Int32Array
  readonly teamWord: Int32Array
  readonly riskStart: Int32Array
  readonly riskChance: Float64Array
  readonly riskLow: Float64Array
  readonly riskChoices: Float64Array
}

/** Lays out what was checked; `usable` says of each team whether its history is. */
export function layOut(prepared: Prepared, usable: readonly boolean[]): Layout {
  const { teams, bets } = prepared
  const days = workingDays(prepared.start, prepared.breaks)
  const parts = bets.flatMap((bet, at) => bet.parts.map((part) => ({ ...part, bet: at })))
  const byTeam = teams.map((): number[] => [])
  for (const [at, { team }] of parts.entries()) byTeam[team]?.push(at)
  const dependencies = listsOf(bets.map(({ after }) => after))
  const waiting = bets.map((): number[] => [])
  for (const [at, { after }] of bets.entries()) for (const other of after) waiting[other]?.push(at)
  const queues = listsOf(byTeam)
  const factors = teams.map((team) => factorsOf(team, days))
  const partPlace = new Int32Array(parts.length)
  for (const own of byTeam) for (const [place, part] of own.entries()) partPlace[part] = place
  return {
    days,
    teams: teams.length,
    bets: bets.length,
    parts: parts.length,
    partBet: Int32Array.from(parts, ({ bet }) => bet),
    partTeam: Int32Array.from(parts, ({ team }) => team),
    partStart: listsOf(bets.map((bet) => bet.parts.map(() => 0))).start,
    queueStart: queues.start,
    queue: queues.list,
    partPlace,
    parallel: Int32Array.from(teams, ({ parallel }) => parallel),
    mostParallel: Math.max(1, ...teams.map(({ parallel }) => parallel)),
    dependents: listsOf(waiting),
    dependencies,
    earliest: Int32Array.from(bets, ({ earliest }) =>
      earliest === null ? 1 : countBefore(days, earliest) + 1,
    ),
    histories: teams.map(({ daily }) => Int32Array.from(daily)),
    factors,
    worksUntil: Int32Array.from(factors, (own) =>
      own ? own.findLastIndex((factor) => factor > 0) + 1 : days.length,
    ),
    work: workOf(prepared, parts),
    usable: Uint8Array.from(usable, Number),
    hopeless: hopelessOf(prepared, waiting, usable),
  }
}

function factorsOf({ capacity }: PreparedTeam, days: Int32Array): Float64Array | null {
  if (capacity.every(({ factor }) => factor === 1)) return null
  const factors = new Float64Array(days.length).fill(1)
  for (const { from, factor } of capacity) factors.fill(factor, countBefore(days, from))
  return factors
}

function workOf(
  { teams, bets }: Prepared,
  parts: readonly { readonly bet: number; readonly team: number; readonly size: readonly [number, number] }[],
): Work {
  const risks = bets.flatMap((bet) => bet.risks)
  const rateOf = (bet: number) => bets[bet]?.splitRate ?? [1, 1]
  const words = distinctWords()
  return {
    low: Float64Array.from(parts, ({ size }) => size[0]),
    choices: Float64Array.from(parts, ({ size }) => size[1] - size[0] + 1),
    rateLow: Float64Array.from(parts, ({ bet }) => rateOf(bet)[0]),
    rateWidth: Float64Array.from(parts, ({ bet }) => rateOf(bet)[1] - rateOf(bet)[0]),
    teamWord: Int32Array.from(teams, ({ name }) => words(`team\n${name}`)),
    betWord: Int32Array.from(bets, ({ key }) => words(`bet\n${key}`)),
    partWord: Int32Array.from(parts, ({ bet, team }) =>
      words(`part\n${bets[bet]?.key}\n${teams[team]?.name}`),
    ),
    riskStart: listsOf(bets.map((bet) => bet.risks.map(() => 0))).start,
    riskChance: Float64Array.from(risks, ({ chance }) => chance),
    riskLow: Float64Array.from(risks, ({ size }) => size[0]),
    riskChoices: Float64Array.from(risks, ({ size }) => size[1] - size[0] + 1),
  }
}

/** Two names with the same word would draw the same numbers: the later one takes the next free word. */
function distinctWords(): (name: string) => number {
  const taken = new Set<number>()
  return (name) => {
    let word = wordOf(name)
    while (taken.has(word)) word = (word + 1) | 0
    taken.add(word)
    return word
  }
}

function hopelessOf(
  { bets }: Prepared,
  waiting: readonly (readonly number[])[],
  usable: readonly boolean[],
): Uint8Array {
  const hopeless = Uint8Array.from(bets, ({ parts }) => (parts.every(({ team }) => usable[team]) ? 0 : 1))
  const open = bets.flatMap((_, at) => (hopeless[at] ? [at] : []))
  for (let bet = open.pop(); bet !== undefined; bet = open.pop())
    for (const at of waiting[bet] ?? [])
      if (hopeless[at] === 0) {
        hopeless[at] = 1
        open.push(at)
      }
  return hopeless
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(lists.length + 1)
  for (const [at, list] of lists.entries()) start[at + 1] = (start[at] ?? 0) + list.length
  return { start, list: Int32Array.from(lists.flat()) }
}
