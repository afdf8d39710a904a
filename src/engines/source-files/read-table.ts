import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '#kernel/operation/refusal.ts'
import { tooManyColumns, tooManyRows } from './too-much.ts'
import { mostColumns, mostRows, type RawTable, type SourceRow } from './source-shape.ts'

/**
 * Reads a table of values with commas, semicolons, tabs or bars between them. Columns of the same name, which Jira repeats
 * for each value, become one with several texts, and count each. Everything is text: nothing is reckoned.
 */
export function readTable(text: string): RawTable {
  const { delimiter, body } = delimited(text)
  const all = parsed(body, delimiter)
  const first = all.findIndex((record) => record.some((name) => name !== ''))
  const [head = [], ...records] = all.slice(Math.max(first, 0))
  if (records.length > mostRows) throw tooManyRows(records.length)
  const filled = filledWithoutName(head, records)
  const named = head.map((name, at) => (name === '' && filled.has(at) ? `#${at + 1}` : name))
  const used = named.filter((name) => name !== '')
  if (used.length > mostColumns) throw tooManyColumns(used.length)
  const columns = [...new Set(used)]
  const placeOf = new Map(columns.map((name, place) => [name, place]))
  const places = named.map((name) => placeOf.get(name) ?? -1)
  return {
    columns,
    rows: records.flatMap((record, at) => toRow(record, first + at + 2, places, columns.length)),
  }
}

/** One for all cells in which nothing stands: a wide table has millions of them. */
const none: readonly string[] = []

function toRow(
  record: readonly string[],
  number: number,
  places: readonly number[],
  columns: number,
): SourceRow[] {
  if (record.every((text) => text === '')) return []
  const texts = new Map<number, string[]>()
  let surplus = 0
  for (const [at, text] of record.entries()) {
    if (text === '') continue
    const place = places[at]
    if (place === undefined) surplus += 1
    else {
      const own = texts.get(place)
      if (own) own.push(text)
      else texts.set(place, [text])
    }
  }
  return [{ number, cells: Array.from({ length: columns }, (_, place) => texts.get(place) ?? none), surplus }]
}

/** Places in which something stands below a head without a name. */
function filledWithoutName(
  head: readonly string[],
  records: readonly (readonly string[])[],
): ReadonlySet<number> {
  const filled = new Set<number>()
  for (const record of records)
    for (const [at, text] of record.entries()) if (text !== '' && head[at] === '') filled.add(at)
  return filled
}

function parsed(text: string, delimiter: string): string[][] {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      // One more than may come in, and the head: whoever sends more is told how many it are at least.
      to: mostRows + 2,
    })
    return records.map((record) => record.map(plain))
  } catch (error) {
    if (error instanceof CsvError) throw broken(error, text)
    throw error
  }
}

/** Without the white space around it, and without the mark by which exports keep spreadsheets from reckoning a cell. */
function plain(text: string): string {
  const trimmed = text.trim()
  return /^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed
}

const delimiters = [',', ';', '\t', '|'] as const

/** What stands between the values: what a first line `sep=;` says, else what stands most often in the head. */
function delimited(text: string): { readonly delimiter: string; readonly body: string } {
  const [, said, rest] = /^sep=(.)\r?\n([\s\S]*)$/.exec(text) ?? []
  if (said !== undefined && rest !== undefined) return { delimiter: said, body: rest }
  const head = firstLine(text)
  const counts = delimiters.map((delimiter) => head.split(delimiter).length)
  const most = Math.max(...counts)
  return { delimiter: delimiters[counts.indexOf(most)] ?? ',', body: text }
}

/** The head without what is quoted, where every character may stand. */
function firstLine(text: string): string {
  let line = ''
  let isQuoted = false
  for (const character of text.slice(0, 100_000)) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) {
      if (line !== '') break
    } else if (!isQuoted) line += character
  }
  return line
}

/** The line of the last quotation mark that opens something, where it is never closed. */
function lineOfOpenQuote(text: string): number {
  let at = -1
  let opened = 0
  for (let isOpen = false; ;) {
    at = text.indexOf('"', at + 1)
    if (at < 0) break
    isOpen = !isOpen
    if (isOpen) opened = at
  }
  return text.slice(0, opened).split('\n').length
}

function broken(error: CsvError, text: string): Refusal {
  const { code, lines } = error as { readonly code: string; readonly lines?: number } // as all errors of this library
  const isOpen = code === 'CSV_QUOTE_NOT_CLOSED'
  const line = isOpen ? lineOfOpenQuote(text) : (lines ?? null)
  return new Refusal(
    'invalid',
    {
      en: `The table is broken${line === null ? '' : ` in line ${line}`}: ${isOpen ? 'a quotation mark is opened and never closed' : 'a quotation mark stands where none may'}.`,
      de: `Die Tabelle ist ${line === null ? '' : `in Zeile ${line} `}beschädigt: ${isOpen ? 'Ein Anführungszeichen wird geöffnet und nie geschlossen' : 'Ein Anführungszeichen steht, wo keines stehen darf'}.`,
    },
    {
      en: 'Export it again, or mend that line.',
      de: 'Exportiere sie noch einmal, oder berichtige diese Zeile.',
    },
    [],
    line === null ? {} : { line },
  )
}
