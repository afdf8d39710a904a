import type { ScanReport } from '#evidence/scan/scan-report.ts'
import { componentRows, couplingRows, hotspotRows, releaseRows } from './scan-tables.ts'
import { type FigureWords, figureRows } from './scan-figures.ts'
import { harmless } from './terminal/harmless.ts'
import type { Look } from './terminal/look.ts'
import { wrap } from './terminal/columns.ts'

export interface PageOptions {
  readonly words: FigureWords
  /** Rows of each list; the JSON has them all. */
  readonly rows: number
}

/** A scan as a page for a terminal: what was read, the figures by subject, then the lists. */
export function scanPage(report: ScanReport, look: Look, { words, rows }: PageOptions): string {
  const ofRepository = report.measures.filter((figure) => figure.scope.kind !== 'component')
  const sections = [
    ['Delivery', figureRows(startingWith('delivery.'), words, look)],
    ['Knowledge', figureRows(startingWith('knowledge.'), words, look)],
    ['Structure', figureRows(startingWith('structure.'), words, look)],
    ['Pace', figureRows(startingWith('pace.'), words, look)],
    [headingOf('Components', report.components.length, rows), componentRows(report.components, rows, look)],
    [headingOf('Hotspots', report.hotspots.length, rows), hotspotRows(report.hotspots, rows, look)],
    [headingOf('Changed together', report.coupling.length, rows), couplingRows(report.coupling, rows, look)],
    [headingOf('Releases', report.releases.length, rows), releaseRows(report.releases, rows, look)],
  ] as const

  function startingWith(subject: string) {
    return ofRepository.filter((figure) => figure.id.startsWith(subject))
  }

  const written = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => ['', headline(heading, look), ...lines].join('\n'))
  return `${[...header(report, look), ...written].join('\n')}\n`
}

function headingOf(name: string, all: number, rows: number): string {
  return all > rows ? `${name} (${rows} of ${whole(all)})` : name
}

function headline(heading: string, look: Look): string {
  const rule = look.sign.rule.repeat(Math.max(0, look.columns - heading.length - 3))
  return `  ${look.ink('strong', heading)} ${look.ink('faint', rule)}`
}

function header({ repository, measures }: ScanReport, look: Look): string[] {
  const { sign } = look
  const name = repository.path.split(/[\\/]/).findLast(Boolean) ?? repository.path
  const asOf = measures[0]?.asOf ?? repository.lastCommitAt
  const head = repository.head === null ? 'no commits' : `at ${repository.head.slice(0, 10)}`
  const facts = [
    [harmless(repository.branch ?? 'detached'), head].join(' '),
    [
      counted(repository.commits, 'commit'),
      counted(repository.merges, 'merge'),
      counted(repository.people, 'person', 'people'),
      counted(repository.bots, 'bot'),
      counted(repository.files, 'file'),
      counted(repository.releases, 'release'),
    ].join(` ${sign.dot} `),
    [
      repository.firstCommitAt && `first commit ${dayOf(repository.firstCommitAt)}`,
      repository.lastCommitAt && `last ${dayOf(repository.lastCommitAt)}`,
      asOf && `as of ${asOf.slice(0, 16).replace('T', ' ')} UTC`,
    ]
      .filter(Boolean)
      .join(` ${sign.dot} `),
  ]
  const room = look.columns - 4
  return [
    '',
    `  ${look.ink('accent', look.ink('strong', look.fit(harmless(name), room).trimEnd()))}`,
    ...facts
      .filter(Boolean)
      .flatMap((line) => wrap(line, room).map((part) => `  ${look.ink('faint', part)}`)),
    ...marks(repository).flatMap((mark) => wrap(mark, room).map((part) => `  ${look.ink('warning', part)}`)),
  ]
}

/** What keeps the figures from being whole. */
function marks(repository: ScanReport['repository']): string[] {
  const { shallow, partial, unreadable, boundaryCommits } = repository
  return [
    ...(shallow
      ? [
          `Shallow clone: history before ${counted(boundaryCommits, 'boundary commit')} is missing, and every figure counts only what is here.`,
        ]
      : []),
    ...(partial ? ['Partial clone: objects that are not here were not fetched, and were left out.'] : []),
    ...(unreadable.length > 0
      ? [
          `Objects are missing from ${counted(unreadable.length, 'commit')}${unreadable.length === 20 ? ' or more' : ''}: ${unreadable
            .slice(0, 3)
            .map((hash) => hash.slice(0, 10))
            .join(', ')}${unreadable.length > 3 ? ' and others' : ''}; the rest is read.`,
        ]
      : []),
  ]
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`
}

function whole(count: number): string {
  return count.toLocaleString('en-GB')
}

function dayOf(instant: string): string {
  return instant.slice(0, instant.indexOf('T'))
}
