import type { Words } from '#kernel/shape.ts'

/** Days with something finished that a history needs before anything is drawn from it. */
const leastActiveDays = 5

/** How far the two halves of a history may lie apart, as a share of what they have in common. */
const mostDisagreement = 0.25

export interface HistoryJudgement {
  /** Why nothing can be forecast from it. */
  readonly unusable?: Words
  /** Why a forecast from it is to be read with care. */
  readonly marked?: Words
}

/** Whether a team’s past says enough about its future, and whether it agrees with itself. */
export function judgeHistory(name: string, daily: readonly number[]): HistoryJudgement {
  const active = daily.filter((count) => count > 0).length
  if (active < leastActiveDays) return { unusable: tooFewDays(name, active) }
  const disagreement = disagreementOf(daily)
  return disagreement > mostDisagreement ? { marked: disagreeing(name, disagreement) } : {}
}

/**
 * |a − b| ÷ ((a + b) ÷ 2) of the means a and b of the first and the second half; the day in the middle of an odd number
 * belongs to neither.
 */
function disagreementOf(daily: readonly number[]): number {
  const half = Math.floor(daily.length / 2)
  const [first, second] = [sumOf(daily.slice(0, half)), sumOf(daily.slice(daily.length - half))]
  return first + second === 0 ? 0 : (2 * Math.abs(first - second)) / (first + second)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function tooFewDays(name: string, active: number): Words {
  const [en, de] =
    active === 0
      ? ['no day', 'keinen Tag']
      : active === 1
        ? ['one day', 'einen Tag']
        : [`${active} days`, `${active} Tage`]
  return {
    en: `The history of ${name} holds ${en} with a finished change; a forecast needs ${leastActiveDays}.`,
    de: `Die Historie des Teams ${name} hat ${de} mit einer fertigen Änderung; eine Prognose braucht ${leastActiveDays}.`,
  }
}

function disagreeing(name: string, disagreement: number): Words {
  const percent = Math.round(disagreement * 100)
  return {
    en: `The two halves of the history of ${name} differ by ${percent} %: what was says little about what will be.`,
    de: `Die beiden Hälften der Historie des Teams ${name} weichen um ${percent} % voneinander ab: Was war, sagt wenig über das, was kommt.`,
  }
}
