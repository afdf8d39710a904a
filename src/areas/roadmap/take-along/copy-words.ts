import type { Language, Words } from '#kernel/shape.ts'
import type { Audience } from './copy-shape.ts'

const locales = { en: 'en-GB', de: 'de-DE' } as const

/** A day as people write it, as in `28 Nov 2026`. */
export function dayInWords(date: string, language: Language): string {
  return dated(date, language, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** A month as in `November 2026`. */
export function monthInWords(date: string, language: Language): string {
  return dated(date, language, { month: 'long', year: 'numeric' })
}

function dated(date: string, language: Language, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...how, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

/** A chance as trials can tell it, never more certain than they can. */
export function chanceInWords(chance: number, language: Language): string {
  if (chance > 0.95) return { en: 'over 95\u00a0%', de: 'über 95\u00a0%' }[language]
  if (chance < 0.01) return { en: 'under 1\u00a0%', de: 'unter 1\u00a0%' }[language]
  return `${Math.round(chance * 100)}\u00a0%`
}

export const copyTitles: Readonly<Record<Audience, Words>> = {
  team: { en: 'Roadmap', de: 'Roadmap' },
  board: { en: 'Roadmap for board and investors', de: 'Roadmap für Beirat und Investoren' },
  outside: { en: 'Roadmap', de: 'Roadmap' },
}

/** For whom it is, as it stands on the copy. */
export const copyAudiences: Readonly<Record<Audience, Words>> = {
  team: { en: 'Internal, not to be passed on', de: 'Intern, nicht zum Weitergeben' },
  board: { en: 'Confidential', de: 'Vertraulich' },
  outside: { en: 'Order and ranges', de: 'Reihenfolge und Zeiträume' },
}

export const noBets: Words = { en: 'Nothing is planned at the moment.', de: 'Im Moment ist nichts geplant.' }

export const noForecastYet: Words = { en: 'no forecast yet', de: 'noch keine Prognose' }

export const noHorizon: Words = { en: 'Without a horizon', de: 'Ohne Horizont' }

/** The sentence that stands on every copy for outsiders. */
export const noPromise: Words = {
  en: 'These are ranges, not promises: order and time can change as we learn.',
  de: 'Das sind Zeiträume, keine Zusagen: Reihenfolge und Zeit können sich ändern, während wir dazulernen.',
}

/** How the forecast came about. */
export function howForecast(
  language: Language,
  { trials, days }: { readonly trials: number; readonly days: number | null },
): string {
  const count = trials.toLocaleString(locales[language])
  if (days === null)
    return {
      en: 'Nothing is known of past pace yet, so that there is no forecast.',
      de: 'Über das bisherige Tempo ist noch nichts bekannt, also gibt es keine Prognose.',
    }[language]
  return {
    en: `Forecast, not a plan: the future is played ${count} times with the pace of the last ${days} working days.`,
    de: `Prognose, kein Plan: Die Zukunft wird ${count} Mal durchgespielt, mit dem Tempo der letzten ${days} Arbeitstage.`,
  }[language]
}

/** Whether forecasts of the past came true; null where too few could be judged. */
export function howCalibrated(
  language: Language,
  level: { readonly cameTrue: number; readonly of: number; readonly share: number | null } | undefined,
): string {
  if (!level || level.share === null)
    return {
      en: 'Too few forecasts of the past can be judged yet to say how often they came true.',
      de: 'Noch lassen sich zu wenige frühere Prognosen beurteilen, um zu sagen, wie oft sie eintrafen.',
    }[language]
  const { cameTrue, of } = level
  const share = Math.round(level.share * 100)
  return {
    en: `Played back over the past, ${cameTrue} of ${of} forecasts at 85 % came true (${share} %).`,
    de: `In der Vergangenheit nachgespielt, trafen ${cameTrue} von ${of} Prognosen zu 85 % ein (${share} %).`,
  }[language]
}

/** How a copy with days, or with ranges, is to be read. */
export const howToRead: Readonly<Record<Audience, Words>> = {
  team: {
    en: 'A bet is done by the day of 50 % in half of the trials, and by the one of 85 %, the one to promise, in 85 of 100.',
    de: 'Bis zum Tag von 50 % ist eine Wette in der Hälfte der Durchläufe fertig, bis zu dem von 85 %, den man zusagen kann, in 85 von 100.',
  },
  board: {
    en: 'A range runs from the quarter in which a bet is done in half of the trials to the one of 85 %; whole quarters, no days.',
    de: 'Ein Zeitraum reicht von dem Quartal, in dem eine Wette in der Hälfte der Durchläufe fertig ist, bis zu dem von 85 %; ganze Quartale, keine Tage.',
  },
  outside: noPromise,
}

/** What “with care” means, where it stands. */
export const whyCare: Words = {
  en: '“With care”: what was delivered so far was uneven and says little about what will be.',
  de: '„Mit Vorsicht“: Was bisher geliefert wurde, schwankte stark und sagt wenig über das, was kommt.',
}

/** What is drawn for the team besides. */
export const legend: Words = {
  en: 'A bar runs from 50 to 85 %, paler on to 95 %. The mark is the day it is wanted by; shaded are days on which nobody works.',
  de: 'Ein Balken reicht von 50 bis 85 %, blasser weiter bis 95 %. Die Marke ist der gewünschte Tag; schattiert sind Tage, an denen niemand arbeitet.',
}
