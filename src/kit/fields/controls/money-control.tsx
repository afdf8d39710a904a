import { useState } from 'react'
import { kindOf, minorDigits, type Field } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { writing, type ControlProps } from '../control.ts'
import { fieldWords } from '../words/words.ts'

const usual = ['EUR', 'USD', 'GBP', 'CHF']

/** An amount in whole units and their parts, and its currency. */
export function MoneyControl(props: ControlProps) {
  const { field, value, onChange, isDisabled } = props
  const words = useWords(fieldWords)
  const language = useLanguage()
  const [given] = useState(() => partsOf(value, language))
  const [amount, setAmount] = useState(given.amount)
  const [currency, setCurrency] = useState(given.currency)
  const change = (amount: string, currency: string) => {
    setAmount(amount)
    setCurrency(currency)
    onChange(amount.trim() === '' ? null : read(field, amount, currency))
  }
  const all = [...new Set([...usual, given.currency, ...Intl.supportedValuesOf('currency')])]
  return (
    <span className="flex items-center gap-2">
      <input
        {...writing(props)}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        onChange={(event) => change(event.target.value, currency)}
        className="input w-32 text-right"
      />
      <select
        aria-label={words('money.currency')}
        value={currency}
        disabled={isDisabled ?? false}
        onChange={(event) => change(amount, event.target.value)}
        className="input select w-20 pr-6"
      >
        {all.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </span>
  )
}

/** People set thousands apart, as in 1,250.00 and 1.250,00; the kind reads a plain number with its currency. */
function read(field: Field, amount: string, currency: string): unknown {
  const close = amount.replace(/[\s'’]/g, '')
  const plain = minorDigits(currency) < 3 ? close.replace(/[.,](?=\d{3}(?:\D|$))/g, '') : close
  return kindOf(field).fromText(field, `${plain} ${currency}`)
}

function partsOf(value: unknown, language: string): { amount: string; currency: string } {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value))
    return { amount: '', currency: 'EUR' }
  const currency = String(value.currency)
  const digits = minorDigits(currency)
  const units = (Number(value.amount) / 10 ** digits).toFixed(digits)
  return { amount: language === 'de' ? units.replace('.', ',') : units, currency }
}
