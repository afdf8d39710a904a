import type { RefusedField } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/shape.ts'
import { limits } from './forecast-input.ts'
import { readDay, type DayNumber } from './working-days.ts'

export type Range = readonly [low: number, high: number]

/** A fault in each of a thousand places helps nobody. */
const mostFaults = 20

/**
 * Reads what came from outside, place by place, and gathers what is wrong with it. What was not accepted is answered with
 * a stand-in, so that the reading goes on and finds the other faults.
 */
export function inputReader() {
  const faults: RefusedField[] = []

  function fault(path: string, message: Words): void {
    if (faults.length < mostFaults) faults.push({ path, message })
  }

  function object(path: string, value: unknown, known: readonly string[]): Map<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      fault(path, mustBe('an object', 'ein Objekt', value))
      return new Map()
    }
    const fields = new Map<string, unknown>(Object.entries(value).filter(([, field]) => field !== undefined))
    const unknown = known.length === 0 ? [] : [...fields.keys()].filter((name) => !known.includes(name))
    if (unknown.length > 0) {
      const named = unknown
        .slice(0, 5)
        .map((name) => name.slice(0, 60))
        .join(', ')
      fault(path, { en: `must not hold ${named}`, de: `darf ${named} nicht enthalten` })
    }
    return fields
  }

  function list(path: string, value: unknown, most: number): readonly unknown[] {
    if (!Array.isArray(value)) {
      fault(path, mustBe('a list', 'eine Liste', value))
      return []
    }
    if (value.length <= most) return value
    fault(path, {
      en: `must have at most ${most} entries, not ${value.length}`,
      de: `darf höchstens ${most} Einträge haben, nicht ${value.length}`,
    })
    return []
  }

  function text(path: string, value: unknown): string {
    if (typeof value === 'string' && value !== '' && value.length <= limits.nameLength) return value
    fault(
      path,
      mustBe(
        `text of 1 to ${limits.nameLength} characters`,
        `Text von 1 bis ${limits.nameLength} Zeichen`,
        value,
      ),
    )
    return ''
  }

  function whole(path: string, value: unknown, least: number, most: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    fault(
      path,
      mustBe(`a whole number from ${least} to ${most}`, `eine ganze Zahl von ${least} bis ${most}`, value),
    )
    return least
  }

  function number(path: string, value: unknown, least: number, most: number): number {
    if (typeof value === 'number' && value >= least && value <= most) return value
    fault(path, mustBe(`a number from ${least} to ${most}`, `eine Zahl von ${least} bis ${most}`, value))
    return least
  }

  function day(path: string, value: unknown): DayNumber {
    const read = typeof value === 'string' ? readDay(value) : null
    if (read !== null) return read
    fault(
      path,
      mustBe(
        'a day from 1970-01-01 to 9999-12-31 in the form 2026-01-31',
        'ein Tag von 1970-01-01 bis 9999-12-31 in der Form 2026-01-31',
        value,
      ),
    )
    return 0
  }

  /** Two numbers, the lower first. */
  function range(path: string, value: unknown, read: (path: string, value: unknown) => number): Range {
    const [low, high] = Array.isArray(value) && value.length === 2 ? (value as readonly unknown[]) : [] // of two, whatever they are
    if (low === undefined) {
      fault(path, mustBe('two numbers, as in [3, 5]', 'zwei Zahlen wie [3, 5]', value))
      return [1, 1]
    }
    const [lower, upper] = [read(`${path}.0`, low), read(`${path}.1`, high)]
    if (lower <= upper) return [lower, upper]
    fault(path, {
      en: `must begin with the lower number, not [${lower}, ${upper}]`,
      de: `muss mit der kleineren Zahl beginnen, nicht [${lower}, ${upper}]`,
    })
    return [1, 1]
  }

  return { faults, fault, object, list, text, whole, number, day, range }
}

export type InputReader = ReturnType<typeof inputReader>

function mustBe(en: string, de: string, value: unknown): Words {
  if (value === undefined) return { en: 'is missing', de: 'fehlt' }
  const got = shown(value)
  return { en: `must be ${en}, not ${got.en}`, de: `muss ${de} sein, nicht ${got.de}` }
}

/** What stands there, short. */
function shown(value: unknown): Words {
  if (Array.isArray(value)) return { en: 'a list', de: 'eine Liste' }
  if (typeof value === 'object' && value !== null) return { en: 'an object', de: 'ein Objekt' }
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value)
  return { en: text, de: text }
}
