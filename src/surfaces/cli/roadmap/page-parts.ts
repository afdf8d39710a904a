import { surest } from '#engines/forecast/percentiles.ts'
import { minorDigits, type Money } from '#kernel/shape.ts'
import { columnsOf, wrap } from '../terminal/columns.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Look } from '../terminal/look.ts'
import type { Column } from '../terminal/table.ts'

interface Named {
  readonly key: string
  readonly title: string
}

/** The keys of the rows, in as many columns as the longest takes. */
export function keyColumn<Row extends Pick<Named, 'key'>>(rows: readonly Row[]): Column<Row> {
  const width = Math.max(1, ...rows.map(({ key }) => columnsOf(key)))
  return { heading: '', width, kind: 'name', text: ({ key }) => key }
}

export function titleColumn<Row extends Pick<Named, 'title'>>(): Column<Row> {
  return { heading: '', width: 0, kind: 'name', text: ({ title }) => title }
}

/** From 0 to 1. */
export function percent(share: number, { number }: Look): string {
  return `${number(share * 100)} %`
}

/** A chance, as sure as a forecast can be of it. */
export function chanceText(chance: number, look: Look): string {
  if (chance > surest) return '>95 %'
  return chance > 0 && chance < 0.01 ? '<1 %' : percent(chance, look)
}

/** An amount as it is written, in whole units where there are no others. */
export function moneyText({ amount, currency }: Money, { number, language }: Look): string {
  const digits = minorDigits(currency)
  const [units, rest] = [Math.trunc(Math.abs(amount) / 10 ** digits), Math.abs(amount) % 10 ** digits]
  const parts = rest === 0 ? '' : `${language === 'de' ? ',' : '.'}${String(rest).padStart(digits, '0')}`
  return `${amount < 0 ? '-' : ''}${number(units)}${parts} ${currency}`
}

/** Sentences under a table, set off from it; nothing where there are none. */
export function notes(sentences: readonly string[], look: Look): string[] {
  const lines = sentences.flatMap((sentence) => wrap(harmless(sentence), look.columns - 4))
  return lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)]
}

export function heading(text: string, look: Look): string {
  return `  ${look.ink('strong', harmless(text))}`
}

export function faint(text: string, look: Look): string {
  return `  ${look.ink('faint', harmless(text))}`
}

export function pageOf(lines: readonly string[]): string {
  return lines.map((line) => `${line === '' || line.startsWith('  ') ? line : `  ${line}`}\n`).join('')
}
