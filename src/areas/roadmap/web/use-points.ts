import { useLanguage } from '#kit/language/language.ts'

const locales = { en: 'en-GB', de: 'de-DE' } as const

/** Percentage points with their sign: `+4`, `−2.5`. */
export function usePoints(): (points: number) => string {
  const format = new Intl.NumberFormat(locales[useLanguage()], {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  return (points) => format.format(points).replace('-', '−')
}
