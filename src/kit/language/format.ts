import type { Unit } from '#evidence/shape.ts'
import { useLanguage, type Language } from './language.ts'

/** A figure as it is set: the number large, its unit small beside it. */
export interface Quantity {
  readonly number: string
  readonly unit: string
}

export interface Format {
  number(value: number, digits?: number): string
  /** 0.083 as "8.3 %". */
  share(value: number): string
  quantity(value: number, unit: Unit): Quantity
  /** Quantity as one text. */
  inUnit(value: number, unit: Unit): string
  /** Hours as the unit a person would say. */
  duration(hours: number): Quantity
  day(instant: string): string
  dayMonth(instant: string): string
  moment(instant: string): string
  /** A half-open window by its first and last day. */
  days(window: { readonly from: string; readonly to: string }): string
  seconds(seconds: number): string
}

const formats = new Map<Language, Format>()

export function formatOf(language: Language): Format {
  const before = formats.get(language)
  if (before) return before
  const made = makeFormat(language)
  formats.set(language, made)
  return made
}

export function useFormat(): Format {
  return formatOf(useLanguage())
}

const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }
const perWeek: Record<Language, string> = { en: 'per week', de: 'pro Woche' }

function makeFormat(language: Language): Format {
  const locale = locales[language]
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const day = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const dayMonth = dates({ day: 'numeric', month: 'short' })
  // As days are written, in the time of whoever looks.
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })

  const measured = (value: number, unit: string): Quantity => {
    const digits = digitsFor(value)
    const parts = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: digits,
    }).formatToParts(value)
    const unitText = parts.find((part) => part.type === 'unit')?.value ?? ''
    return { number: number(value, digits), unit: unitText }
  }
  const duration = (hours: number): Quantity => {
    if (Math.abs(hours) < 1 / 60) return measured(Math.round(hours * 3600), 'second')
    if (Math.abs(hours) < 1) return measured(hours * 60, 'minute')
    return Math.abs(hours) < 48 ? measured(hours, 'hour') : measured(hours / 24, 'day')
  }
  const percent = (value: number): Quantity => ({
    number: number(value * 100, Math.abs(value) < 0.1 && value !== 0 ? 1 : 0),
    unit: '%',
  })
  const plain = (value: number, unit = ''): Quantity => ({ number: number(value, digitsFor(value)), unit })
  const byUnit: Record<Unit, (value: number) => Quantity> = {
    hours: duration,
    days: (value) => measured(value, 'day'),
    share: percent,
    'per-week': (value) => plain(value, perWeek[language]),
    count: (value) => plain(value),
    lines: (value) => plain(value),
  }
  const quantity = (value: number, unit: Unit): Quantity => byUnit[unit](value)
  return {
    number,
    share: (value) => asText(percent(value)),
    quantity,
    inUnit: (value, unit) => asText(quantity(value, unit)),
    duration,
    day: (instant) => day.format(new Date(instant)),
    dayMonth: (instant) => dayMonth.format(new Date(instant)),
    moment: (instant) => moment.format(new Date(instant)),
    days: ({ from, to }) => day.formatRange(new Date(from), new Date(Date.parse(to) - 1)),
    seconds: (seconds) =>
      asText(
        seconds < 90
          ? measured(Math.max(1, Math.round(seconds)), 'second')
          : measured(seconds / 60, 'minute'),
      ),
  }
}

export function asText({ number, unit }: Quantity): string {
  return unit === '' ? number : `${number}\u00a0${unit}`
}

/** Two significant figures are as exact as these figures are; whole numbers stay whole. */
function digitsFor(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 10) return 0
  return size >= 0.95 ? 1 : 2
}
