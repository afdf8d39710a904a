import type { Language, Words } from '#kernel/shape.ts'
import type { BetOutlook, RoadmapForecast } from '../answer-forecast.ts'
import { bet as betRecord } from '../bet.record.ts'
import type { Audience, CopyBet, CopyGroup, QuarterRange, RoadmapCopy } from './copy-shape.ts'
import {
  chanceInWords,
  dayInWords,
  howCalibrated,
  howForecast,
  howToRead,
  noForecastYet,
  noHorizon,
  whyCare,
} from './copy-words.ts'
import { plainLine } from './plain-line.ts'
import { daysOfQuarter, quartersAround, quartersInWords } from './quarter-range.ts'

/** What a copy is made of besides the forecast. */
export interface CopyAsked {
  readonly audience: Audience
  readonly language: Language
  /** Whether the board gets keys and names of teams. */
  readonly names: boolean
  /** Keys of bets that outsiders must not hear of. */
  readonly keptInside: readonly string[]
  /** How forecasts at 85 % came true in the past; undefined where nobody looked. */
  readonly calibration?: { readonly cameTrue: number; readonly of: number; readonly share: number | null }
}

/** The roadmap as the audience may have it: what it must not see is left out here, once for all forms. */
export function copyFor(forecast: RoadmapForecast, asked: CopyAsked): RoadmapCopy {
  const { audience, language } = asked
  const day = forecast.asOf.slice(0, 10)
  const bets = forecast.bets.filter((bet) => isFor(bet, asked))
  return {
    audience,
    language,
    day: audience === 'outside' ? `${day.slice(0, 7)}-01` : day,
    daysOff:
      audience === 'team'
        ? forecast.breaks
            .filter(({ teams }) => teams.length === 0)
            .map(({ from, until }) => ({ from, until }))
        : [],
    groups: byHorizon(bets, language, (bet) => toCopy(bet, forecast, asked)),
    notes: notesFor(forecast, asked),
  }
}

/** What outsiders hear of is at least shaped; ideas are nobody’s word yet. */
const toldOutside = ['shaped', 'committed', 'in-progress']

function isFor({ key, state }: BetOutlook, { audience, keptInside }: CopyAsked): boolean {
  return audience !== 'outside' || (toldOutside.includes(state) && !keptInside.includes(key))
}

function toCopy(bet: BetOutlook, forecast: RoadmapForecast, asked: CopyAsked): CopyBet {
  const { audience, language, names } = asked
  const isNamed = audience === 'team' || (audience === 'board' && names)
  const states: Readonly<Record<string, Words>> = betRecord.fields.state.choices
  return {
    key: isNamed ? bet.key : null,
    title: plainLine(bet.title),
    state: audience === 'outside' ? null : (states[bet.state]?.[language] ?? bet.state),
    goals: audience === 'outside' ? [] : bet.goals.map(({ title }) => plainLine(title)),
    teams: isNamed ? teamsOf(bet, forecast) : [],
    ...(audience === 'team' ? inDays(bet, language) : inQuarters(bet, asked)),
  }
}

function teamsOf({ teams }: BetOutlook, forecast: RoadmapForecast): string[] {
  const known = new Map(forecast.teams.map(({ key, name }) => [key, name]))
  return teams.map((key) => plainLine(known.get(key) ?? key))
}

const wantedWord: Words = { en: 'wanted', de: 'gewünscht' }

type Expected = Pick<CopyBet, 'days' | 'wanted' | 'range' | 'said'>

function inDays(bet: BetOutlook, language: Language): Expected {
  const { dates, wanted, chance } = bet
  const never = { en: 'no day within ten years', de: 'keinem Tag binnen zehn Jahren' }[language]
  const day = (date: string | null) => (date === null ? never : dayInWords(date, language))
  const by = { en: 'by', de: 'bis' }[language]
  const told = chance === null ? null : chanceInWords(chance.over95 ? 1 : chance.chance, language)
  const wantedDay = wanted === null ? null : dayInWords(wanted, language)
  const wish = { en: `wanted by ${wantedDay}`, de: `gewünscht bis ${wantedDay}` }[language]
  return {
    days: dates && {
      p50: dates[50],
      p70: dates[70],
      p85: dates[85],
      p95: dates[95],
      marked: bet.marked === true,
    },
    wanted: wanted === null ? null : { day: wanted, told },
    range: null,
    said: [
      ...(dates
        ? [`50\u00a0% ${by} ${day(dates[50])}`, `85\u00a0% ${by} ${day(dates[85])}${care(bet, language)}`]
        : [noForecastYet[language]]),
      ...(wanted === null
        ? []
        : [told === null ? wish : `${told} ${by} ${wantedDay} (${wantedWord[language]})`]),
    ],
  }
}

/** For the board from the quarter of 50 % to the one of 85 %, for outsiders to the one of 95 %. */
function inQuarters(bet: BetOutlook, { audience, language }: CopyAsked): Expected {
  const range = audience === 'board' ? boardRange(bet, language) : outsideRange(bet)
  const none = { days: null, wanted: null }
  if (range === null) return { ...none, range, said: [noForecastYet[language]] }
  const words = quartersInWords(range, language)
  if (range.told === null) return { ...none, range, said: [words] }
  const last = quartersInWords({ from: range.until, until: range.until }, language)
  const chance = { en: `${range.told} by end of ${last}`, de: `${range.told} bis Ende ${last}` }[language]
  return { ...none, range, said: [`${words}${care(bet, language)}`, chance] }
}

function boardRange({ dates, cumulative }: BetOutlook, language: Language): QuarterRange | null {
  if (!dates || dates[50] === null || dates[85] === null) return null
  const { from, until } = quartersAround(dates[50], dates[85])
  const end = daysOfQuarter(until).last
  const chance = cumulative.findLast(({ date }) => date <= end)?.chance ?? 0.85
  return { from, until, told: chanceInWords(chance, language) }
}

/** What is to be read with care is not passed on to who cannot read why. */
function outsideRange({ dates, marked }: BetOutlook): QuarterRange | null {
  if (!dates || marked || dates[50] === null || dates[95] === null) return null
  return { ...quartersAround(dates[50], dates[95]), told: null }
}

function care({ marked }: BetOutlook, language: Language): string {
  return marked ? { en: ', with care', de: ', mit Vorsicht' }[language] : ''
}

const horizons = ['now', 'next', 'later'] as const

function byHorizon(
  bets: readonly BetOutlook[],
  language: Language,
  toCopy: (bet: BetOutlook) => CopyBet,
): CopyGroup[] {
  const choices = betRecord.fields.horizon.choices
  return [...horizons, null].flatMap((horizon) => {
    const own = bets.filter((bet) => (horizons.find((each) => each === bet.horizon) ?? null) === horizon)
    const name = horizon === null ? noHorizon[language] : choices[horizon][language]
    return own.length === 0 ? [] : [{ horizon, name, bets: own.map(toCopy) }]
  })
}

function notesFor({ trials, window, bets }: RoadmapForecast, asked: CopyAsked): string[] {
  const { audience, language, calibration } = asked
  if (audience === 'outside') return [howToRead.outside[language]]
  return [
    howForecast(language, { trials, days: window?.days ?? null }),
    ...(audience === 'board' ? [howCalibrated(language, calibration)] : []),
    howToRead[audience][language],
    ...(bets.some(({ marked }) => marked) ? [whyCare[language]] : []),
  ]
}
