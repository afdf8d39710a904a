import { Refusal } from '#kernel/operation/refusal.ts'
import type { SourceFile } from '#engines/source-files/source-shape.ts'
import type { BroughtType, Mapping, TakenFrom } from './bring-in-shape.ts'
import type { Target } from './targets.ts'
import { proposeValue } from './words-of-others.ts'

/** What somebody said about how a file is to be taken; all of it may be left out. */
export interface GivenMapping {
  readonly map: Mapping
  /** By field, what a text of the file becomes; null stays empty. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string | null>>>>
}

/** A field with where it takes its value from. */
export interface Settled {
  readonly target: Target
  readonly from: TakenFrom | null
  /** Which column that is; null for none. */
  readonly place: number | null
  /** What each text of the column becomes, where only a few words are possible. */
  readonly values: ReadonlyMap<string, string | null>
  readonly counts: ReadonlyMap<string, number>
}

/** Joins what is proposed for a file with what was said about it, which counts. Refuses fields and columns that are not there. */
export function settleMapping(
  file: SourceFile,
  targets: readonly Target[],
  as: BroughtType,
  given: GivenMapping,
): readonly Settled[] {
  refuseUnknown(file, targets, given)
  const used = new Set(
    Object.values(given.map).flatMap((from) => (from && 'column' in from ? [from.column] : [])),
  )
  const settled = targets.map((target) => {
    const said = given.map[target.name]
    const from = said === undefined ? propose(file, target, as, used) : said
    if (from && 'column' in from && !isOneOfFew(target)) used.add(from.column)
    return { target, from }
  })
  const text = settled.find(({ target: { field } }) => field?.kind === 'markdown')?.from ?? null
  const isTitled = settled.some(({ target, from }) => target.name === 'title' && from !== null)
  return settled
    .map(({ target, from }) => {
      const isOpen = !isTitled && from === null && given.map[target.name] === undefined
      if (isOpen && as === 'bet' && target.name === 'title')
        return { target, from: anyWords(file, text, used) }
      // What customers said is no title, which stays when their words are forgotten.
      if (isOpen && as === 'insight' && target.name === 'text')
        return { target, from: anyWords(file, null, used) }
      return { target, from }
    })
    .map(({ target, from }) => withValues(file, target, from, as, given.values[target.name] ?? {}))
}

/** Whether a text has to be told what it stands for. */
export function isOneOfFew({ field }: Target): boolean {
  return field === null || 'choices' in field
}

/** The texts of a cell that stand for something each; labels may stand in one cell with commas between them. */
export function wordsIn(texts: readonly string[], column: string): readonly string[] {
  if (!/label|tag|stich|schlag|component/i.test(column)) return texts
  return texts
    .flatMap((text) => text.split(/[,;]/))
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function propose(
  file: SourceFile,
  target: Target,
  as: BroughtType,
  used: ReadonlySet<string>,
): TakenFrom | null {
  if (as === 'insight' && target.name === 'source' && file.format !== 'table') return { value: 'issue' }
  for (const pattern of target.columns)
    for (const column of file.columns) {
      if (!pattern.test(column)) continue
      if (isOneOfFew(target) ? hasKnown(file, column, target, as) : !used.has(column)) return { column }
    }
  return null
}

/** A column of choices fits where at least one of its texts is known; a state column fits by its name alone. */
function hasKnown(file: SourceFile, column: string, target: Target, as: BroughtType): boolean {
  if (target.name === 'state') return true
  return [...countsOf(file, column).keys()].some((word) => proposeValue(target, as, word) !== null)
}

/** Of a table whose columns are called otherwise: the text where there is one, else the first column that is free. */
function anyWords(
  { columns, identity }: SourceFile,
  text: TakenFrom | null,
  used: ReadonlySet<string>,
): TakenFrom | null {
  if (text && 'column' in text) return text
  const column = columns.find((name) => !used.has(name) && name !== identity) ?? columns[0]
  return column === undefined ? null : { column }
}

function withValues(
  file: SourceFile,
  target: Target,
  from: TakenFrom | null,
  as: BroughtType,
  said: Readonly<Record<string, string | null>>,
): Settled {
  const place = from && 'column' in from ? file.columns.indexOf(from.column) : null
  if (place === null || !from || !('column' in from) || !isOneOfFew(target))
    return { target, from, place, values: new Map(), counts: new Map() }
  const counts = countsOf(file, from.column)
  const values = new Map(
    [...counts.keys()].map((word) => [
      word,
      Object.hasOwn(said, word) ? (said[word] ?? null) : proposeValue(target, as, word),
    ]),
  )
  return { target, from, place, values, counts }
}

function countsOf({ columns, rows }: SourceFile, column: string): ReadonlyMap<string, number> {
  const place = columns.indexOf(column)
  const counts = new Map<string, number>()
  for (const { cells } of rows)
    for (const word of wordsIn(cells[place] ?? [], column)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function refuseUnknown({ columns }: SourceFile, targets: readonly Target[], given: GivenMapping): void {
  const names = targets.map(({ name }) => name)
  const field = [...Object.keys(given.map), ...Object.keys(given.values)].find(
    (name) => !names.includes(name),
  )
  if (field !== undefined)
    throw new Refusal(
      'invalid',
      {
        en: `There is no field ${field.slice(0, 60)} that a file could fill.`,
        de: `Es gibt kein Feld ${field.slice(0, 60)}, das eine Datei füllen könnte.`,
      },
      { en: `There are ${names.join(', ')}.`, de: `Es gibt ${names.join(', ')}.` },
    )
  const missing = Object.values(given.map).find(
    (from) => from && 'column' in from && !columns.includes(from.column),
  )
  if (missing && 'column' in missing) throw noColumn(missing.column, columns)
}

/** The refusal of a column that the file does not have. */
export function noColumn(column: string, columns: readonly string[]): Refusal {
  const all = columns.slice(0, 40).join(', ')
  return new Refusal(
    'invalid',
    {
      en: `The file has no column “${column.slice(0, 100)}”.`,
      de: `Die Datei hat keine Spalte „${column.slice(0, 100)}“.`,
    },
    { en: `It has ${all}.`, de: `Es gibt ${all}.` },
  )
}
