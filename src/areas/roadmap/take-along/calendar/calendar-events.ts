import type { Language } from '#kernel/shape.ts'
import { quarterBefore } from '../../allocation/quarter.ts'
import { betsOf, type CopyBet, type RoadmapCopy } from '../copy-shape.ts'
import { dayInWords } from '../copy-words.ts'
import { daysOfQuarter, quarterOfDay, quartersInWords } from '../quarter-range.ts'
import type { CalendarEvent } from './calendar-text.ts'

/** What stands in the calendar besides bets. */
export interface CalendarDates {
  readonly goals: readonly { readonly key: string; readonly title: string; readonly due: string }[]
  readonly breaks: readonly {
    readonly key: string
    readonly title: string
    readonly from: string
    readonly until: string
    /** Names; none for the whole company. */
    readonly teams: readonly string[]
  }[]
  /** Quarters for which it is said how the company’s effort is to be split. */
  readonly splitQuarters: readonly string[]
}

interface Around {
  /** What makes its ids its own among all that a calendar holds. */
  readonly id: string
  /** Beginning of the addresses of the pages; null where it is not known. */
  readonly origin: string | null
}

/** Everything of the roadmap that has a day, for the team. */
export function calendarEvents(
  copy: RoadmapCopy,
  dates: CalendarDates,
  { id, origin }: Around,
): CalendarEvent[] {
  const { language } = copy
  const event = (name: string, page: string, rest: Omit<CalendarEvent, 'uid' | 'url'>): CalendarEvent => ({
    uid: `${name}@${id}.leitstand`,
    url: origin === null ? null : `${origin}${page}`,
    ...rest,
  })
  const of = (key: string, what: string, rest: Omit<CalendarEvent, 'uid' | 'url'>) =>
    event(`${key}.${what}`, `/records/${key}`, rest)
  return [
    ...betsOf(copy).flatMap((bet) => [
      ...wantedOf(bet, language).map((rest) => of(bet.key ?? '', 'wanted', rest)),
      ...likelyOf(bet, language).map((rest) => of(bet.key ?? '', 'likely', rest)),
    ]),
    ...dates.goals.map(({ key, title, due }) =>
      of(key, 'due', {
        ...onDay(due),
        summary: `${say(language, 'goalDue')}: ${title} (${key})`,
        description: '',
      }),
    ),
    ...dates.breaks.map(({ key, title, from, until, teams }) =>
      of(key, 'off', {
        from,
        until,
        summary: teams.length === 0 ? title : `${title} (${teams.join(', ')})`,
        description: say(language, teams.length === 0 ? 'offAll' : 'offTeams'),
      }),
    ),
    ...decisionDue(copy, dates).map(({ quarter, ...rest }) =>
      event(`split.${quarter}`, `/direction/allocation?quarter=${quarter}`, rest),
    ),
  ]
}

function wantedOf({ key, title, wanted }: CopyBet, language: Language): Omit<CalendarEvent, 'uid' | 'url'>[] {
  if (wanted === null) return []
  const chance = wanted.told === null ? '' : `, ${wanted.told}`
  return [
    {
      ...onDay(wanted.day),
      summary: `${say(language, 'wanted')}: ${title} (${key}${chance})`,
      description: wanted.told === null ? '' : say(language, 'chance').replace('{chance}', wanted.told),
    },
  ]
}

/** From the day of 50 % to the one of 85 %: a range, because no single day is likely. */
function likelyOf(
  { key, title, days, said }: CopyBet,
  language: Language,
): Omit<CalendarEvent, 'uid' | 'url'>[] {
  if (!days || days.p50 === null || days.p85 === null) return []
  return [
    {
      from: days.p50,
      until: days.p85,
      summary: `${say(language, 'likely')}: ${title} (${key})`,
      description: said.join('\n'),
    },
  ]
}

/** The next quarter’s split is due before that begins, as long as nobody has decided it. */
function decisionDue({ day, language }: RoadmapCopy, { splitQuarters }: CalendarDates) {
  const next = quarterBefore(quarterOfDay(day), -1)
  if (splitQuarters.includes(next)) return []
  const { last } = daysOfQuarter(quarterOfDay(day))
  const words = quartersInWords({ from: next, until: next }, language)
  return [
    {
      quarter: next,
      ...onDay(last),
      summary: say(language, 'split').replace('{quarter}', words),
      description: say(language, 'splitWhy').replace(
        '{day}',
        dayInWords(daysOfQuarter(next).first, language),
      ),
    },
  ]
}

const onDay = (day: string) => ({ from: day, until: day })

const words = {
  wanted: { en: 'Wanted', de: 'Gewünscht' },
  chance: {
    en: 'Chance to be done by then: {chance}',
    de: 'Wahrscheinlichkeit, bis dahin fertig zu sein: {chance}',
  },
  likely: { en: 'Likely finished', de: 'Voraussichtlich fertig' },
  goalDue: { en: 'Goal due', de: 'Ziel fällig' },
  offAll: { en: 'Nobody works.', de: 'Niemand arbeitet.' },
  offTeams: { en: 'These teams do not work.', de: 'Diese Teams arbeiten nicht.' },
  split: { en: 'Decide the split of {quarter}', de: 'Aufteilung für {quarter} entscheiden' },
  splitWhy: {
    en: 'The quarter begins on {day}, and nobody has said yet how effort is to be split.',
    de: 'Das Quartal beginnt am {day}, und noch hat niemand gesagt, wie sich der Aufwand verteilen soll.',
  },
} as const

const say = (language: Language, key: keyof typeof words): string => words[key][language]
