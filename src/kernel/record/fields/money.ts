import { fault, type FieldBase, type FieldKind } from './field.ts'
import { isShape } from './is-shape.ts'

/** An amount in whole minor units, cents for instance, of a currency by its three letters (ISO 4217). */
export interface Money {
  readonly amount: number
  readonly currency: string
}

export interface MoneyField extends FieldBase {
  readonly kind: 'money'
}

export const money: FieldKind<MoneyField, Money> = {
  column: 'jsonb',
  ordering: 'none',
  control: 'money',
  cell: 'money',
  place: 'front-matter',
  read(_field, given) {
    if (!isShape(given, ['amount', 'currency']))
      return fault('must have an amount and a currency', 'braucht einen Betrag und eine Währung')
    const { amount, currency } = given
    if (typeof amount !== 'number' || !Number.isSafeInteger(amount))
      return fault('must be a whole number of minor units', 'muss eine ganze Zahl kleinster Einheiten sein')
    if (typeof currency !== 'string' || !isCurrency(currency))
      return fault('has no currency that exists', 'hat keine Währung, die es gibt')
    return { value: { amount: amount === 0 ? 0 : amount, currency } }
  },
  jsonSchema: () => ({
    type: 'object',
    properties: { amount: { type: 'integer' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
    required: ['amount', 'currency'],
    additionalProperties: false,
  }),
  fromText(_field, text) {
    const [, units = '', decimals = '', currency = ''] =
      /^([+-]?\d+)(?:[.,](\d+))?\s*([A-Za-z]{3})$/.exec(text.trim()) ?? []
    const name = currency.toUpperCase()
    if (!isCurrency(name) || decimals.length > minorDigits(name)) return text
    return { amount: Number(units + decimals.padEnd(minorDigits(name), '0')), currency: name }
  },
  toText(_field, { amount, currency }, language) {
    const digits = minorDigits(currency)
    const all = String(Math.abs(amount)).padStart(digits + 1, '0')
    const units =
      digits === 0 ? all : `${all.slice(0, -digits)}${language === 'de' ? ',' : '.'}${all.slice(-digits)}`
    return `${amount < 0 ? '-' : ''}${units} ${currency}`
  },
  searchText: () => '',
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

function isCurrency(name: string): boolean {
  return currencies.has(name)
}

/** How many digits stand behind the point: two for euros, none for yen. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
