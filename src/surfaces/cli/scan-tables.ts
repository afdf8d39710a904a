import type { ComponentShape, CouplingShape, HotspotShape, ReleaseShape } from '#evidence/shape.ts'
import { valueText } from './scan-figures.ts'
import { harmless } from './terminal/harmless.ts'
import type { Look } from './terminal/look.ts'
import { table } from './terminal/table.ts'

export function componentRows(components: readonly ComponentShape[], rows: number, look: Look): string[] {
  return table(
    [
      { heading: 'component', width: 0, kind: 'path', text: (row) => row.name },
      { heading: 'files', width: 7, kind: 'number', text: (row) => whole(row.files) },
      { heading: 'changes 1 y', width: 11, kind: 'number', text: (row) => whole(row.changes365) },
      { heading: 'people 1 y', width: 10, kind: 'number', text: (row) => bandText(row, look) },
      {
        heading: 'truck factor',
        width: 12,
        kind: 'number',
        text: (row) => (row.truckFactor === null ? look.sign.dash : whole(row.truckFactor)),
      },
      { heading: '', width: 10, kind: 'note', text: (row) => (row.keyPersonRisk ? 'key person' : '') },
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
  return table(
    [
      { heading: 'file', width: 0, kind: 'path', text: (row) => row.path },
      { heading: 'changes 1 y', width: 11, kind: 'number', text: (row) => whole(row.changes) },
      { heading: 'complexity', width: 10, kind: 'number', text: (row) => whole(row.complexity) },
      { heading: 'lines', width: 7, kind: 'number', text: (row) => whole(row.lines) },
      { heading: 'score', width: 9, kind: 'number', text: (row) => whole(row.score) },
    ],
    hotspots.slice(0, rows),
    look,
  )
}

/** Two lines a pair, so that neither path has to be cut in half of the width. */
export function couplingRows(pairs: readonly CouplingShape[], rows: number, look: Look): string[] {
  return pairs.slice(0, rows).flatMap((pair) => {
    const degree = look.fit(`${Math.round(pair.degree)} %`, 6, 'right')
    const notes = [
      `${whole(pair.shared)} together, ${valueText(pair.averageChanges, 'count')} each on average`,
      ...(pair.crossesComponents ? [look.ink('warning', 'across components')] : []),
    ]
    const width = look.columns - 14
    return [
      `  ${look.ink('strong', degree)}  ${look.fitPath(harmless(pair.a), width).trimEnd()}`,
      `${look.fit(look.sign.link, 8, 'right')}  ${look.fitPath(harmless(pair.b), width).trimEnd()}`,
      `          ${look.ink('faint', notes.join(` ${look.sign.dot} `))}`,
    ]
  })
}

export function releaseRows(releases: readonly ReleaseShape[], rows: number, look: Look): string[] {
  return table(
    [
      { heading: 'release', width: 0, kind: 'name', text: (row) => row.tag },
      { heading: 'at', width: 10, kind: 'name', text: (row) => row.at.slice(0, row.at.indexOf('T')) },
      { heading: 'changes', width: 9, kind: 'number', text: (row) => whole(row.changes) },
      {
        heading: 'lead time p50',
        width: 13,
        kind: 'number',
        text: (row) =>
          row.leadTimeP50Hours === null ? look.sign.dash : valueText(row.leadTimeP50Hours, 'hours'),
      },
      { heading: '', width: 11, kind: 'note', text: (row) => (row.prerelease ? 'pre-release' : '') },
    ],
    releases.slice(0, rows),
    look,
  )
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en-GB')
}
