import type { Words } from '#kernel/shape.ts'
import type { ScannedRepository, ScanReport } from '#evidence/scan/scan-report.ts'
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

const headings = {
  delivery: { en: 'Delivery', de: 'Auslieferung' },
  knowledge: { en: 'Knowledge', de: 'Wissen' },
  structure: { en: 'Structure', de: 'Struktur' },
  pace: { en: 'Pace', de: 'Tempo' },
  components: { en: 'Components', de: 'Komponenten' },
  hotspots: { en: 'Hotspots', de: 'Hotspots' },
  coupling: { en: 'Changed together', de: 'Gemeinsam geändert' },
  releases: { en: 'Releases', de: 'Releases' },
} satisfies Record<string, Words>

/** A scan as a page for a terminal: what was read, the figures by subject, then the lists. */
export function scanPage(report: ScanReport, look: Look, { words, rows }: PageOptions): string {
  const { components, hotspots, coupling, releases } = report
  const ofRepository = report.measures.filter((figure) => figure.scope.kind !== 'component')
  const sections = [
    figures('delivery'),
    figures('knowledge'),
    figures('structure'),
    figures('pace'),
    list('components', components.length, componentRows(components, rows, look)),
    list('hotspots', hotspots.length, hotspotRows(hotspots, rows, look)),
    list('coupling', coupling.length, couplingRows(coupling, rows, look)),
    list('releases', releases.length, releaseRows(releases, rows, look)),
  ]

  function figures(subject: 'delivery' | 'knowledge' | 'structure' | 'pace') {
    const own = ofRepository.filter((figure) => figure.id.startsWith(`${subject}.`))
    return { heading: look.say(headings[subject]), lines: figureRows(own, words, look) }
  }

  function list(name: keyof typeof headings, all: number, lines: string[]) {
    const heading = look.say(headings[name])
    const shown = `${rows} ${look.say({ en: 'of', de: 'von' })} ${look.number(all)}`
    return { heading: all > rows ? `${heading} (${shown})` : heading, lines }
  }

  const written = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => ['', headline(heading, look), ...lines].join('\n'))
  return `${[...header(report, look), ...written].join('\n')}\n`
}

function headline(heading: string, look: Look): string {
  const rule = look.sign.rule.repeat(Math.max(0, look.columns - heading.length - 3))
  return `  ${look.ink('strong', heading)} ${look.ink('faint', rule)}`
}

/** Instants as ISO writes them, in both languages: they are what `--as-of` takes. */
function header({ repository, measures }: ScanReport, look: Look): string[] {
  const { sign, say } = look
  const name = repository.path.split(/[\\/]/).findLast(Boolean) ?? repository.path
  const asOf = measures[0]?.asOf ?? repository.lastCommitAt
  const head =
    repository.head === null
      ? say({ en: 'no commits', de: 'ohne Commits' })
      : `${say({ en: 'at', de: 'bei' })} ${repository.head.slice(0, 10)}`
  const branch = repository.branch ?? say({ en: 'detached', de: 'losgelöst' })
  const dated = (words: Words, instant: string | null) =>
    instant === null ? [] : [`${say(words)} ${dayOf(instant)}`]
  const facts = [
    [harmless(branch), head].join(' '),
    [
      counted(repository.commits, things.commit, look),
      counted(repository.merges, things.merge, look),
      counted(repository.people, things.person, look),
      counted(repository.bots, things.bot, look),
      counted(repository.files, things.file, look),
      counted(repository.releases, things.release, look),
    ].join(` ${sign.dot} `),
    [
      ...dated({ en: 'first commit', de: 'erster Commit' }, repository.firstCommitAt),
      ...dated({ en: 'last', de: 'letzter' }, repository.lastCommitAt),
      ...(asOf === null
        ? []
        : [`${say({ en: 'as of', de: 'Stand' })} ${asOf.slice(0, 16).replace('T', ' ')} UTC`]),
    ].join(` ${sign.dot} `),
  ]
  const room = look.columns - 4
  return [
    '',
    `  ${look.ink('accent', look.ink('strong', look.fit(harmless(name), room).trimEnd()))}`,
    ...facts
      .filter(Boolean)
      .flatMap((line) => wrap(line, room).map((part) => `  ${look.ink('faint', part)}`)),
    ...marks(repository, look).flatMap((mark) =>
      wrap(mark, room).map((part) => `  ${look.ink('warning', part)}`),
    ),
  ]
}

/** What keeps the figures from being whole. */
function marks({ shallow, partial, unreadable, boundaryCommits }: ScannedRepository, look: Look): string[] {
  const { say } = look
  const boundary = counted(boundaryCommits, things.boundary, look)
  return [
    ...(shallow
      ? [
          say({
            en: `Shallow clone: history before ${boundary} is missing, and every figure counts only what is here.`,
            de: `Flacher Klon: Die Historie vor ${boundary} fehlt, und jede Zahl zählt nur, was hier ist.`,
          }),
        ]
      : []),
    ...(partial
      ? [
          say({
            en: 'Partial clone: objects that are not here were not fetched, and were left out.',
            de: 'Teilklon: Objekte, die hier nicht liegen, wurden nicht nachgeladen und sind ausgelassen.',
          }),
        ]
      : []),
    ...(unreadable.length > 0 ? [say(missingObjects(unreadable))] : []),
  ]
}

function missingObjects(unreadable: readonly string[]): Words {
  const count = unreadable.length
  const hashes = unreadable
    .slice(0, 3)
    .map((hash) => hash.slice(0, 10))
    .join(', ')
  // The report names twenty at most.
  const [orMore, others] = [count === 20, count > 3]
  return {
    en: `Objects are missing from ${count} ${count === 1 ? 'commit' : 'commits'}${orMore ? ' or more' : ''}: ${hashes}${others ? ' and others' : ''}; the rest is read.`,
    de: `In ${count} ${count === 1 ? 'Commit' : 'Commits'}${orMore ? ' oder mehr' : ''} fehlen Objekte: ${hashes}${others ? ' und andere' : ''}; der Rest ist gelesen.`,
  }
}

type Counted = readonly [one: Words, other: Words]

const things = {
  commit: [
    { en: 'commit', de: 'Commit' },
    { en: 'commits', de: 'Commits' },
  ],
  merge: [
    { en: 'merge', de: 'Merge' },
    { en: 'merges', de: 'Merges' },
  ],
  person: [
    { en: 'person', de: 'Person' },
    { en: 'people', de: 'Personen' },
  ],
  bot: [
    { en: 'bot', de: 'Bot' },
    { en: 'bots', de: 'Bots' },
  ],
  file: [
    { en: 'file', de: 'Datei' },
    { en: 'files', de: 'Dateien' },
  ],
  release: [
    { en: 'release', de: 'Release' },
    { en: 'releases', de: 'Releases' },
  ],
  boundary: [
    { en: 'boundary commit', de: 'Grenz-Commit' },
    { en: 'boundary commits', de: 'Grenz-Commits' },
  ],
} satisfies Record<string, Counted>

function counted(count: number, [one, other]: Counted, { say, number }: Look): string {
  return `${number(count)} ${say(count === 1 ? one : other)}`
}

function dayOf(instant: string): string {
  return instant.slice(0, instant.indexOf('T'))
}
