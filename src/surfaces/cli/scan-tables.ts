import type { Words } from '#kernel/shape.ts'
import type { ComponentShape, CouplingShape, HotspotShape, ReleaseShape } from '#evidence/shape.ts'
import { valueText } from './scan-figures.ts'
import { columnsOf } from './terminal/columns.ts'
import { harmless } from './terminal/harmless.ts'
import type { Look } from './terminal/look.ts'
import { table, type Column } from './terminal/table.ts'

const headings = {
  component: { en: 'component', de: 'Komponente' },
  file: { en: 'file', de: 'Datei' },
  files: { en: 'files', de: 'Dateien' },
  changes: { en: 'changes', de: 'Änderungen' },
  changesInYear: { en: 'changes 1 y', de: 'Änderungen/J.' },
  peopleInYear: { en: 'people 1 y', de: 'Personen/J.' },
  truckFactor: { en: 'truck factor', de: 'Truck-Faktor' },
  complexity: { en: 'complexity', de: 'Komplexität' },
  lines: { en: 'lines', de: 'Zeilen' },
  score: { en: 'score', de: 'Punktzahl' },
  release: { en: 'release', de: 'Release' },
  at: { en: 'at', de: 'am' },
  leadTime: { en: 'lead time p50', de: 'Durchlaufzeit p50' },
} satisfies Record<string, Words>

const notes = {
  keyPerson: { en: 'key person', de: 'eine Person' },
  prerelease: { en: 'pre-release', de: 'Vorabversion' },
} satisfies Record<string, Words>

export function componentRows(components: readonly ComponentShape[], rows: number, look: Look): string[] {
  const { say, number, sign } = look
  return table<ComponentShape>(
    [
      { heading: say(headings.component), width: 0, kind: 'path', text: (row) => row.name },
      numbers(headings.files, 7, look, (row) => number(row.files)),
      numbers(headings.changesInYear, 11, look, (row) => number(row.changes365)),
      numbers(headings.peopleInYear, 10, look, (row) => bandText(row, look)),
      numbers(headings.truckFactor, 12, look, (row) =>
        row.truckFactor === null ? sign.dash : number(row.truckFactor),
      ),
      note(11, (row) => (row.keyPersonRisk ? say(notes.keyPerson) : '')),
    ],
    components.slice(0, rows),
    look,
  )
}

function bandText({ people365 }: ComponentShape, look: Look): string {
  return people365 === '2-4' ? `2${look.sign.dash}4` : people365
}

export function hotspotRows(
  hotspots: readonly Omit<HotspotShape, 'component'>[],
  rows: number,
  look: Look,
): string[] {
  const { say, number } = look
  return table<Omit<HotspotShape, 'component'>>(
    [
      { heading: say(headings.file), width: 0, kind: 'path', text: (row) => row.path },
      numbers(headings.changesInYear, 11, look, (row) => number(row.changes)),
      numbers(headings.complexity, 10, look, (row) => number(row.complexity)),
      numbers(headings.lines, 7, look, (row) => number(row.lines)),
      numbers(headings.score, 9, look, (row) => number(row.score)),
    ],
    hotspots.slice(0, rows),
    look,
  )
}

/** Two lines a pair, so that neither path has to be cut in half of the width. */
export function couplingRows(pairs: readonly CouplingShape[], rows: number, look: Look): string[] {
  const { say, number } = look
  return pairs.slice(0, rows).flatMap((pair) => {
    const degree = look.fit(`${Math.round(pair.degree)} %`, 6, 'right')
    const [shared, average] = [number(pair.shared), valueText(pair.averageChanges, 'count', look)]
    const told = [
      say({
        en: `${shared} together, ${average} each on average`,
        de: `${shared} gemeinsam, je Seite im Schnitt ${average}`,
      }),
      ...(pair.crossesComponents
        ? [look.ink('warning', say({ en: 'across components', de: 'über Komponenten' }))]
        : []),
    ]
    const width = look.columns - 14
    return [
      `  ${look.ink('strong', degree)}  ${look.fitPath(harmless(pair.a), width).trimEnd()}`,
      `${look.fit(look.sign.link, 8, 'right')}  ${look.fitPath(harmless(pair.b), width).trimEnd()}`,
      `          ${look.ink('faint', told.join(` ${look.sign.dot} `))}`,
    ]
  })
}

/** Days as ISO writes them, in both languages: they are what `--as-of` takes. */
export function releaseRows(releases: readonly ReleaseShape[], rows: number, look: Look): string[] {
  const { say, number, sign } = look
  return table<ReleaseShape>(
    [
      { heading: say(headings.release), width: 0, kind: 'name', text: (row) => row.tag },
      {
        heading: say(headings.at),
        width: 10,
        kind: 'name',
        text: (row) => row.at.slice(0, row.at.indexOf('T')),
      },
      numbers(headings.changes, 9, look, (row) => number(row.changes)),
      numbers(headings.leadTime, 13, look, (row) =>
        row.leadTimeP50Hours === null ? sign.dash : valueText(row.leadTimeP50Hours, 'hours', look),
      ),
      note(12, (row) => (row.prerelease ? say(notes.prerelease) : '')),
    ],
    releases.slice(0, rows),
    look,
  )
}

/** A column of numbers, wide enough for its heading. */
function numbers<Row>(words: Words, width: number, look: Look, text: (row: Row) => string): Column<Row> {
  const heading = look.say(words)
  return { heading, width: Math.max(width, columnsOf(heading)), kind: 'number', text }
}

function note<Row>(width: number, text: (row: Row) => string): Column<Row> {
  return { heading: '', width, kind: 'note', text }
}
