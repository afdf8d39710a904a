import { readValues, type FieldFault, type RecordDefinition, type RecordValues } from '#kernel/shape.ts'
import type { SourceFile, SourceRow } from '#engines/source-files/source-shape.ts'
import { decimalSignOf, isUnclearAmount } from './read-amount.ts'
import { currencyOf, readCell, withoutCurrency, type ColumnSense } from './read-cell.ts'
import { dayOrderOf, isUnclearDay } from './read-day.ts'
import { cutTo, longestTitle, madeTitle } from './made-title.ts'
import { isOneOfFew, wordsIn, type Settled } from './settle-mapping.ts'

/** A row as the record has it: the values of the fields that are mapped, and what is wrong with them. */
export interface ReadRow {
  readonly row: number
  readonly title: string
  readonly values: RecordValues
  readonly faults: readonly FieldFault[]
  /** Whether its title was longer than the field. */
  readonly isCut: boolean
  /** Whether its title was made here, because the file has none. */
  readonly isTitleMade: boolean
  /** By what it is known again where it has no number: its title, or the words that it has instead. */
  readonly knownBy: string
}

/** What the file is called that the rows come from. */
export interface NamesOfFile {
  /** The reason of a date that has none of its own. */
  readonly source: string
  /** After which a row is called that has no title; null where it needs one. */
  readonly untitled: string | null
}

interface Column extends Settled {
  readonly sense: ColumnSense
}

/** Reads all rows of a file by the mapping. */
export function readRows(
  definition: RecordDefinition,
  file: SourceFile,
  mapping: readonly Settled[],
  names: NamesOfFile,
): readonly ReadRow[] {
  const days = mapping.flatMap((settled) =>
    settled.target.field?.kind === 'day' ? textsOf(file, settled) : [],
  )
  const columns = mapping
    .filter(({ from }) => from !== null)
    .map((settled): Column => ({ ...settled, sense: senseOf(file, settled, days) }))
  return file.rows.map((row) => readRow(definition, row, columns, names))
}

function senseOf(file: SourceFile, settled: Settled, days: readonly string[]): ColumnSense {
  const { target, from } = settled
  const kind = target.field?.kind
  const head = from && 'column' in from ? from.column : ''
  const texts = kind === 'day' || kind === 'money' || kind === 'number' ? textsOf(file, settled) : []
  return {
    order: kind === 'day' ? dayOrderOf(texts) : 'unknown',
    currency: currencyOf(head),
    decimal: decimalSignOf(kind === 'day' ? [] : texts.map(withoutCurrency), days),
  }
}

/** What stands in its column. */
function textsOf({ rows }: SourceFile, { place }: Settled): readonly string[] {
  return place === null ? [] : rows.map(({ cells }) => cells[place]?.[0] ?? '')
}

function readRow(
  definition: RecordDefinition,
  row: SourceRow,
  columns: readonly Column[],
  names: NamesOfFile,
): ReadRow {
  const given: Record<string, unknown> = {}
  const unclear: FieldFault[] = []
  for (const column of columns) {
    const { target, from, place, sense } = column
    const texts = from && 'value' in from ? [from.value] : place === null ? [] : (row.cells[place] ?? [])
    const isFixed = place === null
    const { field, name } = target
    if (field === null || isOneOfFew(target)) {
      const word = isFixed ? (texts[0] ?? null) : wordFor(column, texts)
      // What nobody knows is not nothing: of a record that is there it takes no value away.
      if (word === null && texts.length > 0) continue
      Object.assign(given, field === null ? sizeFrom(word) : { [name]: word })
    } else {
      given[name] = readCell(field, texts, sense)
      const [first = ''] = texts
      if (field.kind === 'day' && isUnclearDay(first, sense.order)) unclear.push(unclearDay(column, first))
      const isAmount = field.kind === 'money' || field.kind === 'number'
      if (isAmount && isUnclearAmount(withoutCurrency(first), sense.decimal))
        unclear.push(unclearAmount(column, first))
    }
  }
  const isCut = cutTitle(definition, given)
  const isTitleMade = names.untitled !== null && !(definition.title in given)
  const words = isTitleMade ? given[textField(definition)] : given[definition.title]
  if (isTitleMade) given[definition.title] = madeTitle(names.untitled, row.number, given['customer'])
  joinFields(given, names.source)
  const { values, faults } = readValues(definition, given)
  const paths = new Set(unclear.map(({ path }) => path))
  return {
    row: row.number,
    title: typeof given[definition.title] === 'string' ? String(given[definition.title]) : '',
    values,
    faults: [
      ...surplus(row),
      ...(isTitleMade ? missingWords(words) : missingTitle(definition, given)),
      ...unclear,
      ...faults.filter(({ path }) => !paths.has(path)),
    ],
    isCut,
    isTitleMade,
    knownBy: cutTo((typeof words === 'string' ? words : '').replace(/\s+/g, ' '), longestTitle(definition)),
  }
}

/** The first word of a cell that stands for something. */
function wordFor({ values, from }: Column, texts: readonly string[]): string | null {
  const column = from && 'column' in from ? from.column : ''
  for (const word of wordsIn(texts, column)) {
    const own = values.get(word)
    if (own !== null && own !== undefined && own !== '') return own
  }
  return null
}

function sizeFrom(text: string | null): object {
  const [, low, high] = /^\s*(\d+)\s*(?:\.\.|-|–)\s*(\d+)\s*$/.exec(text ?? '') ?? []
  if (low !== undefined && high !== undefined) return { low: Number(low), high: Number(high) }
  // What is no size stays text, for the field to refuse.
  return { low: text, high: text }
}

/** The field that holds what is said at length. */
export function textField({ fields }: RecordDefinition): 'hypothesis' | 'text' {
  return 'hypothesis' in fields ? 'hypothesis' : 'text'
}

/** A title that is too long is cut, and stands whole at the head of the text. */
function cutTitle(definition: RecordDefinition, given: Record<string, unknown>): boolean {
  const whole = given[definition.title]
  if (typeof whole !== 'string') return false
  const short = cutTo(whole, longestTitle(definition))
  if (short === whole) return false
  const text = textField(definition)
  const rest = given[text]
  given[definition.title] = short
  given[text] = typeof rest === 'string' && !rest.startsWith(whole) ? `${whole}\n\n${rest}` : (rest ?? whole)
  return true
}

/** What makes sense only beside another field: the reason of a day, the end of what has ended. */
function joinFields(given: Record<string, unknown>, sourceName: string): void {
  if ('wanted' in given || 'wantedReason' in given)
    given['wantedReason'] =
      (given['wanted'] ?? '') === '' ? null : (given['wantedReason'] ?? '') || sourceName
  // Of a state that nobody knows it cannot be said whether it is an end.
  if (!('state' in given)) delete given['ended']
  else if ('ended' in given && given['state'] !== 'shipped' && given['state'] !== 'stopped')
    given['ended'] = null
}

function missingTitle({ fields, title }: RecordDefinition, given: Record<string, unknown>): FieldFault[] {
  if (title in given) return []
  const { en, de } = fields[title]?.label ?? { en: title, de: title }
  return [{ path: title, message: { en: `${en} is missing.`, de: `${de} fehlt.` } }]
}

function missingWords(words: unknown): FieldFault[] {
  if (typeof words === 'string' && words !== '') return []
  return [
    {
      path: 'text',
      message: {
        en: 'Neither a title nor what was said stands in it.',
        de: 'Darin steht weder ein Titel noch, was gesagt wurde.',
      },
    },
  ]
}

function surplus({ surplus: count }: SourceRow): FieldFault[] {
  if (count === 0) return []
  return [
    {
      path: '',
      message: {
        en: `The row has ${count} more ${count === 1 ? 'cell' : 'cells'} than the head.`,
        de: `Die Zeile hat ${count} ${count === 1 ? 'Zelle' : 'Zellen'} mehr als der Kopf.`,
      },
    },
  ]
}

function unclearDay({ target }: Column, text: string): FieldFault {
  const shown = text.slice(0, 20)
  return {
    path: target.name,
    message: {
      en: `${target.label.en}: of ${shown} nobody can say which number is the month; write days as 2026-03-01.`,
      de: `${target.label.de}: Bei ${shown} ist nicht zu sagen, welche Zahl der Monat ist; schreibe Tage wie 2026-03-01.`,
    },
  }
}

function unclearAmount({ target }: Column, text: string): FieldFault {
  const shown = text.slice(0, 20)
  return {
    path: target.name,
    message: {
      en: `${target.label.en}: of ${shown} nobody can say whether its last three digits are thousands; write it as 12000 or 12.5.`,
      de: `${target.label.de}: Bei ${shown} ist nicht zu sagen, ob die letzten drei Ziffern Tausender sind; schreibe es wie 12000 oder 12,5.`,
    },
  }
}
