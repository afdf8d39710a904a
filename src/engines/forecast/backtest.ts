import { Refusal } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/shape.ts'
import type { Level } from './forecast-answer.ts'
import { play } from './forecast.ts'
import { chanceBy, dayAt, levels } from './percentiles.ts'
import { readForecastInput } from './read-forecast-input.ts'
import { countBefore, dayText, readDay, type DayNumber } from './working-days.ts'

/** Finished changes of a team on working days of the past. */
export interface PastOfTeam {
  readonly name: string
  /** By their days, the earliest first; a working day with nothing finished stands there with 0. */
  readonly days: readonly { readonly day: string; readonly finished: number }[]
}

/** Something that was ahead on a day of the past: so many changes for each of the teams. */
export interface PastScope {
  /** Only what was known by the end of this day goes into the forecast. */
  readonly at: string
  readonly teams: readonly string[]
  readonly size: number
}

export interface BacktestOptions {
  /** Working days of history that a forecast is made from. */
  readonly window: number
  readonly trials?: number
  readonly seed?: number
  mayGoOn?(): void
}

/** Whether forecasts came true as often as they said. */
export interface Calibration {
  readonly levels: readonly LevelCalibration[]
  /** Forecasts that could be made and judged. */
  readonly judged: number
  /** Left out: too little history at the time, or too little time since to know the end. */
  readonly withoutForecast: number
  readonly undecided: number
  /** The judged ones themselves, in the order of the scopes. */
  readonly cases: readonly JudgedCase[]
}

/** A forecast of the past, and what came. */
export interface JudgedCase extends PastScope {
  /** The day by which it was to be done in so many percent of the trials. */
  readonly dates: Readonly<Record<Level, string>>
  /** The day on which it was done; null where that lies beyond what is known, and later than each of these days. */
  readonly came: string | null
}

export interface LevelCalibration {
  readonly level: Level
  readonly cameTrue: number
  readonly of: number
  /** The mean chance that these forecasts gave: days are whole, so that it is a little more than the level. */
  readonly promised: number | null
  /** `cameTrue` ÷ `of`; null with the reason where there are too few. */
  readonly share: number | null
  readonly reason?: Words
  /** Where the true share lies with 95 % certainty (Wilson’s interval). */
  readonly range: readonly [low: number, high: number] | null
  /** Whether the range holds what was promised; else the forecasts promised too much, or too little. */
  readonly verdict: 'as-promised' | 'too-hopeful' | 'too-careful' | null
}

/** Fewer forecasts than this say nothing about how often they come true: nearly a year of month ends. */
const fewestJudged = 10

const usualTrials = 2000

/** The next so many changes of each team at the end of every month that its past reaches over. */
export function scopesAtMonthEnds(past: readonly PastOfTeam[], size: number): PastScope[] {
  return past.flatMap(({ name, days }) =>
    days
      .filter(
        ({ day }, at) => days[at + 1] !== undefined && days[at + 1]?.day.slice(0, 7) !== day.slice(0, 7),
      )
      .map(({ day }) => ({ at: day, teams: [name], size })),
  )
}

/**
 * Plays the past again: for each scope a forecast from what was known then, held against what came. One counts only when
 * the days that followed reach to its 95 % day, so that those that came true soon weigh no more than others.
 */
export function backtest(
  past: readonly PastOfTeam[],
  scopes: readonly PastScope[],
  options: BacktestOptions,
): Calibration {
  const byName = new Map(past.map((team) => [team.name, readPast(team)]))
  const outcomes = scopes.map((scope) => replay(byName, scope, options))
  const judged = outcomes.filter((outcome) => typeof outcome !== 'string')
  return {
    levels: levels.map((level, at) =>
      calibrationOf(
        level,
        judged.flatMap(({ promises }) => promises[at] ?? []),
      ),
    ),
    judged: judged.length,
    withoutForecast: outcomes.filter((outcome) => outcome === 'without-forecast').length,
    undecided: outcomes.filter((outcome) => outcome === 'undecided').length,
    cases: judged.map(({ told }) => told),
  }
}

interface Past {
  readonly days: Int32Array
  readonly finished: readonly number[]
}

interface Promised {
  readonly chance: number
  readonly cameTrue: boolean
}

interface Judged {
  /** One of each level. */
  readonly promises: readonly Promised[]
  readonly told: JudgedCase
}

/** For each level what was promised and whether it came true; or why that cannot be said. */
function replay(
  byName: ReadonlyMap<string, Past>,
  scope: PastScope,
  { window, trials = usualTrials, seed = 1, mayGoOn }: BacktestOptions,
): Judged | 'without-forecast' | 'undecided' {
  const { at, teams, size } = scope
  const end = readDay(at) ?? unknownDay(at)
  const parts = teams.map((name) => {
    const past = byName.get(name) ?? unknownTeam(name)
    const known = countBefore(past.days, end + 1)
    return {
      name,
      daily: past.finished.slice(Math.max(0, known - window), known),
      after: past.finished.slice(known),
      daysAfter: past.days.subarray(known),
    }
  })
  const prepared = readForecastInput({
    start: dayText(end + 1),
    trials,
    seed,
    teams: parts.map(({ name, daily }) => ({ name, daily })),
    bets: [{ key: 'next', teams, size }],
  })
  const { layout, countsOf } = play(prepared, mayGoOn ? { mayGoOn } : {})
  if (layout.hopeless[0]) return 'without-forecast'
  const days = levels.map((level) => dayAt(countsOf(0), trials, level) ?? Number.POSITIVE_INFINITY)
  if (parts.some(({ after }) => after.length < (days.at(-1) ?? 0))) return 'undecided'
  const came = Math.max(...parts.map(({ after }) => dayOfChange(after, size)))
  const promises = days.map((day) => ({ chance: chanceBy(countsOf(0), trials, day), cameTrue: came <= day }))
  return { promises, told: { ...scope, ...datesOf(days, came, parts) } }
}

function datesOf(
  days: readonly number[],
  came: number,
  parts: readonly { readonly daysAfter: Int32Array }[],
): Pick<JudgedCase, 'dates' | 'came'> {
  // Where teams worked on other days, the last of them says when.
  const dateOf = (day: number) => {
    const numbers = parts.map(({ daysAfter }) => daysAfter[day - 1])
    return numbers.includes(undefined) ? null : dayText(Math.max(...numbers.map(Number)))
  }
  const dates = Object.fromEntries(levels.map((level, at) => [level, dateOf(days[at] ?? 0)]))
  return { dates: dates as Record<Level, string>, came: dateOf(came) } // what is judged reaches to each of them
}

/** The working day, from 1 on, on which so many changes were finished; infinite where they were not. */
function dayOfChange(finished: readonly number[], size: number): number {
  let sum = 0
  const at = finished.findIndex((count) => (sum += count) >= size)
  return at === -1 ? Number.POSITIVE_INFINITY : at + 1
}

function calibrationOf(level: (typeof levels)[number], promises: readonly Promised[]): LevelCalibration {
  const [cameTrue, of] = [promises.filter((promise) => promise.cameTrue).length, promises.length]
  const base = { level: `${level}` as const, cameTrue, of } // one of the levels
  if (of < fewestJudged)
    return { ...base, promised: null, share: null, reason: tooFew(of), range: null, verdict: null }
  const range = wilson(cameTrue, of)
  const promised = promises.reduce((sum, { chance }) => sum + chance, 0) / of
  const verdict = promised < range[0] ? 'too-careful' : promised > range[1] ? 'too-hopeful' : 'as-promised'
  return { ...base, promised, share: cameTrue / of, range, verdict }
}

/** The interval of Wilson (1927) for a share, at 95 %. */
function wilson(successes: number, of: number): [low: number, high: number] {
  const z = 1.959964
  const share = successes / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

function readPast({ days }: PastOfTeam): Past {
  const numbers = days.map(({ day }): DayNumber => readDay(day) ?? unknownDay(day))
  if (numbers.some((day, at) => at > 0 && day <= (numbers[at - 1] ?? 0))) throw notInOrder()
  return { days: Int32Array.from(numbers), finished: days.map(({ finished }) => finished) }
}

function tooFew(of: number): Words {
  return {
    en: `Only ${of} forecasts of the past can be judged; ${fewestJudged} are needed.`,
    de: `Nur ${of} Prognosen der Vergangenheit lassen sich beurteilen; nötig sind ${fewestJudged}.`,
  }
}

function notInOrder(): Refusal {
  return new Refusal('invalid', {
    en: 'The days of a past are to be given once each, the earliest first.',
    de: 'Die Tage einer Vergangenheit müssen je einmal dastehen, die frühesten zuerst.',
  })
}

function unknownDay(day: string): never {
  throw new Refusal('invalid', { en: `${day} is no day.`, de: `${day} ist kein Tag.` })
}

function unknownTeam(name: string): never {
  throw new Refusal('invalid', {
    en: `There is no past of the team ${name}.`,
    de: `Vom Team ${name} gibt es keine Vergangenheit.`,
  })
}
