import type { BringInPreview, Fate, RowShape } from '#areas/roadmap/bring-in/bring-in-shape.ts'
import { trackerNames } from '#areas/roadmap/bring-in/format-names.ts'
import type { Words } from '#kernel/shape.ts'
import { wrap } from '../terminal/columns.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Look } from '../terminal/look.ts'
import { faint, heading, notes, pageOf } from './page-parts.ts'

const words = {
  table: { en: 'table', de: 'Tabelle' },
  rows: { en: 'rows', de: 'Zeilen' },
  issues: { en: 'issues', de: 'Issues' },
  bet: { en: 'become bets', de: 'werden Wetten' },
  insight: { en: 'become insights', de: 'werden Erkenntnisse' },
  empty: { en: 'There is no row in the file.', de: 'In der Datei ist keine Zeile.' },
  mapping: { en: 'Mapping', de: 'Zuordnung' },
  always: { en: 'for every row', de: 'für alle Zeilen' },
  left: { en: 'Columns left out:', de: 'Weggelassene Spalten:' },
  requests: { en: 'Pull requests left out:', de: 'Weggelassene Pull Requests:' },
  addresses: {
    en: 'E-mail addresses taken out of texts:',
    de: 'Aus Texten herausgenommene E-Mail-Adressen:',
  },
  cut: {
    en: 'Titles that are cut, and whole at the head of the text:',
    de: 'Gekürzte Titel, ganz am Anfang des Textes:',
  },
  row: { en: 'Row', de: 'Zeile' },
  number: { en: 'No.', de: 'Nr.' },
  untitled: { en: 'without a title', de: 'ohne Titel' },
  more: { en: 'more of them:', de: 'weitere davon:' },
  first: { en: 'The first rows', de: 'Die ersten Zeilen' },
  dry: {
    en: 'Nothing is written yet; leitstand roadmap bring-in with the same options does.',
    de: 'Geschrieben ist noch nichts; das tut leitstand roadmap bring-in mit denselben Optionen.',
  },
} satisfies Record<string, Words>

const fates: Readonly<Record<Fate, Words>> = {
  new: { en: 'new', de: 'neu' },
  changed: { en: 'changed', de: 'geändert' },
  same: { en: 'there already, unchanged', de: 'schon da, unverändert' },
  kept: { en: 'kept as they are here', de: 'bleiben, wie sie hier sind' },
  refused: { en: 'refused', de: 'abgelehnt' },
}

const headings: Readonly<Record<'refused' | 'kept' | 'changed', Words>> = {
  refused: { en: 'Refused', de: 'Abgelehnt' },
  kept: { en: 'Kept', de: 'Belassen' },
  changed: { en: 'Changed', de: 'Geändert' },
}

const shownRows = 10

/** What would become of a file: how many rows of each fate, how they are taken, and those to be looked at. */
export function bringInPage(preview: BringInPreview, look: Look): string {
  const { file, format, counted, as, rows, counts, leftOut, cut, targets } = preview
  const { say, number } = look
  if (rows === 0) return pageOf([say(words.empty)])
  const place = counted === 'issues' ? words.number : words.row
  const kind = trackerNames[format] ?? say(words.table)
  const told = (Object.keys(fates) as Fate[]) // its own keys
    .filter((fate) => counts[fate] > 0)
    .map((fate) => `${number(counts[fate])} ${say(fates[fate])}`)
  const mapped = targets.flatMap(({ label, from }) => {
    if (from === null) return []
    const origin = 'column' in from ? from.column : `${from.value} (${say(words.always)})`
    return [`${label}: ${origin}`]
  })
  const left = [
    ...(leftOut.columns.length > 0 ? [`${say(words.left)} ${leftOut.columns.join(', ')}.`] : []),
    ...(
      [
        [words.requests, leftOut.requests],
        [words.addresses, leftOut.outOfTexts],
        [words.cut, cut],
      ] as const
    ).flatMap(([text, count]) => (count > 0 ? [`${say(text)} ${number(count)}.`] : [])),
  ]
  return pageOf([
    heading(`${file}: ${kind}, ${number(rows)} ${say(words[counted])}, ${say(words[as])}`, look),
    '',
    ...told,
    '',
    heading(say(words.mapping), look),
    ...mapped.flatMap((line) => wrap(harmless(line), look.columns - 4)),
    ...notes(left, look),
    ...(['refused', 'kept', 'changed'] as const).flatMap((fate) =>
      listed(headings[fate], preview[fate], counts[fate], place, look),
    ),
    ...listed(words.first, preview.first, 0, place, look),
    '',
    ...wrap(say(words.dry), look.columns - 4).map((line) => faint(line, look)),
  ])
}

/** Rows with what is to be known of each; of more than a few only how many there are. */
function listed(title: Words, shown: readonly RowShape[], all: number, place: Words, look: Look): string[] {
  if (shown.length === 0) return []
  const { say, number, sign } = look
  const more = all - shownRows
  return [
    '',
    heading(say(title), look),
    ...shown.slice(0, shownRows).flatMap((row) => {
      const told = row.reasons.join(' ') || changesOf(row, sign.dash)
      const line = `${say(place)} ${row.row}, ${row.title || say(words.untitled)}${told === '' ? '' : `: ${told}`}`
      return wrap(harmless(line), look.columns - 4)
    }),
    ...(more > 0 ? [faint(`${sign.dot} ${say(words.more)} ${number(more)}`, look)] : []),
  ]
}

/** What is otherwise in the file than here. */
function changesOf({ fate, fields }: RowShape, dash: string): string {
  if (fate !== 'changed' && fate !== 'kept') return ''
  return fields.map(({ label, text, now }) => `${label} ${now || dash} > ${text || dash}`).join('; ')
}
