import type { Language } from '../words.ts'
import { fault, type Reading } from './field.ts'

/** A finite number within bounds. */
export function readNumber(
  given: unknown,
  { least = -1e15, most = 1e15, whole = false }: { least?: number; most?: number; whole?: boolean },
): Reading<number> {
  if (typeof given !== 'number' || !Number.isFinite(given))
    return fault('must be a number', 'muss eine Zahl sein')
  if (whole && !Number.isInteger(given)) return fault('must be a whole number', 'muss eine ganze Zahl sein')
  if (given < least) return fault(`must be at least ${least}`, `muss mindestens ${least} sein`)
  if (given > most) return fault(`must be at most ${most}`, `darf höchstens ${most} sein`)
  // Of minus nothing and nothing one is kept.
  return { value: given === 0 ? 0 : given }
}

/** A number with the decimal sign of the language, and nothing between its thousands: it can be read again. */
export function numberToText(value: number, language: Language): string {
  return language === 'de' ? String(value).replace('.', ',') : String(value)
}

/** A number as people write it, with a point or a comma before the decimals; other text is left for the reading to refuse. */
export function numberFromText(text: string): unknown {
  const plain = text.trim().replace(/^([+-]?\d+),(\d+(?:e[+-]?\d+)?)$/i, '$1.$2')
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : text
}
