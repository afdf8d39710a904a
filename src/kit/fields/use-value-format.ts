import { minorDigits, type Money } from '#kernel/shape.ts'
import { useLanguage, type Language } from '#kit/language/language.ts'

/** How values of fields are written, each as exact as it was given. */
export interface ValueFormat {
  decimal(value: number): string
  money(value: Money): string
  /** Whole minutes as weeks, or as days, hours and minutes. */
  minutes(total: number): string
}

const formats: Readonly<Record<Language, ValueFormat>> = {
  en: valueFormat('en-GB'),
  de: valueFormat('de-DE'),
}

export function useValueFormat(): ValueFormat {
  return formats[useLanguage()]
}

function valueFormat(locale: string): ValueFormat {
  const decimal = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 })
  return {
    decimal: (value) => decimal.format(value),
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
        amount / 10 ** minorDigits(currency),
      ),
    minutes: (total) =>
      piecesOf(total)
        .map(([count, unit]) =>
          new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
        )
        .join(' '),
  }
}

function piecesOf(total: number): readonly (readonly [number, string])[] {
  if (total > 0 && total % 10_080 === 0) return [[total / 10_080, 'week']]
  const pieces = [
    [Math.floor(total / 1440), 'day'],
    [Math.floor((total % 1440) / 60), 'hour'],
    [total % 60, 'minute'],
  ] as const
  const filled = pieces.filter(([count]) => count > 0)
  return filled.length > 0 ? filled : [[0, 'minute']]
}
