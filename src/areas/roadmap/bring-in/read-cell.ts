import { kindOf, type Field } from '#kernel/shape.ts'
import { plainAmount, type DecimalSign } from './read-amount.ts'
import { readDay, type DayOrder } from './read-day.ts'

/** What is known of a column as a whole. */
export interface ColumnSense {
  readonly order: DayOrder
  /** The currency that its head names; null for none. */
  readonly currency: string | null
  readonly decimal: DecimalSign
}

/** What the texts of a cell say, as a field of this kind reads it; null for nothing. What cannot be read stays text, for the field to refuse. */
export function readCell(field: Field, texts: readonly string[], sense: ColumnSense): unknown {
  const [first] = texts
  if (first === undefined) return null
  switch (field.kind) {
    case 'tags':
      return asTags(texts)
    case 'markdown':
      return texts.join('\n\n')
    case 'short-text':
      return texts.join(', ').replace(/\s+/g, ' ')
    case 'day':
      return readDay(first, sense.order)
    case 'number':
      return asNumber(field, first, sense.decimal)
    case 'money':
      return asMoney(field, first, sense)
    default:
      return kindOf(field).fromText(field, first)
  }
}

/** Labels of other programs in the form of ours: `Type: Bug` becomes `type:bug`. */
export function asTags(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => text.split(/[,;]/)).map(asTag)
  return [...new Set(words.filter((word) => word !== ''))]
}

function asTag(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Nd}.:/-]+/gu, '-')
    .replace(/[-.:/]+/g, strongest)
    .slice(0, 60)
    .replace(/^[-.:/]+|[-.:/]+$/g, '')
}

const strongest = (signs: string) => [':', '/', '.'].find((sign) => signs.includes(sign)) ?? '-'

/** A number with or without signs between its thousands; nought where at least one is asked for is nothing. */
function asNumber(field: Extract<Field, { kind: 'number' }>, text: string, decimal: DecimalSign): unknown {
  const read = kindOf(field).fromText(field, plainAmount(text, decimal))
  return read === 0 && (field.least ?? 0) > 0 ? null : read
}

const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' }
const currencyIn = /(€|\$|£|¥|\b[A-Z]{3}\b)/

/** The currency that a head such as `ARR (EUR)` names. */
export function currencyOf(head: string): string | null {
  const found = /(€|\$|£|¥)|\b(EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|CAD|AUD|JPY|INR)\b/.exec(head)?.[0]
  return found === undefined ? null : (signs[found] ?? found)
}

/** The amount that stands beside a currency. */
export function withoutCurrency(text: string): string {
  return text.replace(currencyIn, '').trim()
}

function asMoney(field: Field, text: string, { currency: usual, decimal }: ColumnSense): unknown {
  const found = currencyIn.exec(text)?.[0]
  const currency = (found === undefined ? null : (signs[found] ?? found)) ?? usual
  if (currency === null) return text
  return kindOf(field).fromText(field, `${plainAmount(withoutCurrency(text), decimal)} ${currency}`)
}
