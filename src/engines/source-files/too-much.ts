import { Refusal } from '#kernel/operation/refusal.ts'
import { mostBytes, mostColumns, mostRows } from './source-shape.ts'

const inParts = {
  en: 'Bring it in in parts: filter the export, for instance by project or by state.',
  de: 'Übernimm sie in Teilen: Filtere den Export, etwa nach Projekt oder Stand.',
}

/** The refusal of a file with more rows than may come in at once. */
export function tooManyRows(rows: number): Refusal {
  const [en, de] = [mostRows.toLocaleString('en'), mostRows.toLocaleString('de')]
  return new Refusal(
    'too-much',
    {
      en: `The file has more than ${en} rows.`,
      de: `Die Datei hat mehr als ${de} Zeilen.`,
    },
    inParts,
    [],
    { rows },
  )
}

/** The refusal of a table that is wider than any export. */
export function tooManyColumns(columns: number): Refusal {
  return new Refusal(
    'too-much',
    {
      en: `The table has ${columns} columns; at most ${mostColumns} are read.`,
      de: `Die Tabelle hat ${columns} Spalten; höchstens ${mostColumns} werden gelesen.`,
    },
    {
      en: 'Export only the columns that you need.',
      de: 'Exportiere nur die Spalten, die Du brauchst.',
    },
  )
}

/** The refusal of a file with too many bytes. */
export function tooLarge(): Refusal {
  return new Refusal(
    'too-much',
    {
      en: `The file is larger than ${mostBytes / 2 ** 20} MiB.`,
      de: `Die Datei ist größer als ${mostBytes / 2 ** 20} MiB.`,
    },
    inParts,
  )
}
