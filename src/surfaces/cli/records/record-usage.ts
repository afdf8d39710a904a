import { commandsOf } from './area-verbs.ts'
import type { AccessCommand } from './access-verbs.ts'
import {
  kindOf,
  relations,
  type Field,
  type Language,
  type RecordDefinition,
  type Words,
  openFields,
} from '#kernel/shape.ts'
import { listFilters } from '../../list-filters.ts'
import { attachmentOperations, linkOperations, recordVerbs, type RecordVerbs } from '../../operations.ts'
import { wrap } from '../terminal/columns.ts'
import { attachmentVerbs, type AttachmentVerb } from './attachment-verbs.ts'
import { flagOf } from './flags.ts'
import { linkVerbs, type LinkVerb } from './link-verbs.ts'
import { commandVerbs, type listOptions, type RecordVerb } from './record-verbs.ts'

const common: Lines = [
  ['--json', { en: 'the answer as JSON', de: 'die Antwort als JSON' }],
  [
    '--data DIR',
    {
      en: "folder of the database; else Leitstand's own in your data home",
      de: 'Ordner der Datenbank; sonst der von Leitstand selbst bei Deinen Daten',
    },
  ],
]
const exits = {
  en: 'Exit codes: 0 done, 1 refused (standard error says why), 2 wrong use.\n',
  de: 'Exit-Codes: 0 getan, 1 abgelehnt (die Fehlerausgabe sagt, warum), 2 falscher Aufruf.\n',
}
const headings = {
  usage: { en: 'Usage', de: 'Aufruf' },
  records: { en: 'Records:', de: 'Datensätze:' },
  verbs: { en: 'Verbs:', de: 'Verben:' },
  options: { en: 'Options:', de: 'Optionen:' },
  fields: {
    en: 'Fields; an empty value takes one away:',
    de: 'Felder; ein leerer Wert entfernt den alten:',
  },
  filters: { en: 'Narrowed by, all of which must hold:', de: 'Eingegrenzt durch, was alles zutreffen muss:' },
  list: { en: 'And:', de: 'Und:' },
  relations: {
    en: 'Relations, as in leitstand link add GOAL-2 blocks GOAL-1:',
    de: 'Beziehungen, wie in leitstand link add GOAL-2 blocks GOAL-1:',
  },
} satisfies Record<string, Words>

type Lines = readonly (readonly [flag: string, text: Words])[]

const silent = { en: '', de: '' }

/** The records of an area. */
export function areaUsage(area: string, language: Language): string {
  const own = recordVerbs.filter(({ definition }) => definition.area === area)
  const verbs = block(headings.verbs, verbLines(commandsOf(area, null)), language)
  if (own.length === 0)
    return [`${headings.usage[language]}: leitstand ${area} VERB [options]\n`, ...verbs].join('\n')
  return [
    `${headings.usage[language]}: leitstand ${area} RECORD VERB [KEY] [options]\n`,
    ...block(
      headings.records,
      own.map(({ definition }) => [definition.type, definition.purpose]),
      language,
    ),
    ...verbs,
    {
      en: `leitstand ${area} RECORD --help says what can be done with one.\n`,
      de: `leitstand ${area} RECORD --help sagt, was sich damit tun lässt.\n`,
    }[language],
  ].join('\n')
}

/** What can be done with a type of record. */
export function recordUsage({ definition, operations }: RecordVerbs, language: Language): string {
  const { area, type, purpose } = definition
  return [
    `${purpose[language]}\n`,
    `${headings.usage[language]}: leitstand ${area} ${type} VERB [KEY] [options]\n`,
    ...block(
      headings.verbs,
      [
        ...verbNames.map((verb): Lines[number] => [verb, operations[verb].summary ?? silent]),
        ...verbLines(commandsOf(area, type)),
      ],
      language,
    ),
    {
      en: `leitstand ${area} ${type} VERB --help has the options of one.\n`,
      de: `leitstand ${area} ${type} VERB --help zeigt die Optionen dazu.\n`,
    }[language],
  ].join('\n')
}

/** One verb of a type of record, with every option it takes. */
export function verbUsage(
  { definition, operations }: RecordVerbs,
  verb: RecordVerb,
  language: Language,
): string {
  const { area, type } = definition
  const { takesKey } = commandVerbs[verb]
  const hasFields = verb === 'create' || verb === 'change'
  const hasVersion = verb === 'change' || verb === 'archive' || verb === 'restore'
  return [
    `${operations[verb].summary?.[language] ?? ''}\n`,
    `${headings.usage[language]}: leitstand ${area} ${type} ${verb}${takesKey ? ` ${definition.prefix}-1` : ''} [options]\n`,
    ...(hasFields ? block(headings.fields, fieldLines(definition, verb), language) : []),
    ...(verb === 'list' ? block(headings.filters, filterLines(definition), language) : []),
    ...(verb === 'list' ? block(headings.list, listLines(definition), language) : []),
    ...block(headings.options, [...(hasVersion ? [versionLine] : []), ...common], language),
    exits[language],
  ].join('\n')
}

const toLine: Lines[number] = [
  '--to PATH',
  {
    en: 'where read writes the file; else its name, here',
    de: 'wohin read die Datei schreibt; sonst hierher, unter ihrem Namen',
  },
]

const versionLine: Lines[number] = [
  '--version N',
  {
    en: 'the version that this is made to; else the one that stands',
    de: 'die Version, der dies gilt; sonst die jetzige',
  },
]

/** What can be done with members, or with the provider by which they sign in. */
export function accessUsage(
  word: string,
  verbs: Readonly<Record<string, AccessCommand>>,
  language: Language,
): string {
  return [
    `${headings.usage[language]}: leitstand ${word} VERB [options]\n`,
    ...block(headings.verbs, verbLines(verbs), language),
    ...block(headings.options, common, language),
    exits[language],
  ].join('\n')
}

function verbLines(verbs: Readonly<Record<string, AccessCommand>>): Lines {
  return Object.entries(verbs).map(([verb, { takes, says, options = {} }]) => [
    [verb, ...takes, ...Object.keys(options).map((name) => `[--${name}]`)].join(' '),
    says,
  ])
}

/** What can be done with links. */
export function linkUsage(language: Language): string {
  return [
    `${headings.usage[language]}: leitstand link VERB [options]\n`,
    ...block(
      headings.verbs,
      Object.entries(linkVerbs).map(([verb, { takes }]) => [
        [verb, ...takes].join(' '),
        linkOperations[verb as LinkVerb].summary ?? silent, // the names are those of the operations
      ]),
      language,
    ),
    ...block(
      headings.relations,
      relations.map(({ name, words: { forward, backward } }) => [
        name,
        {
          en: `${forward.en}; the other way round: ${backward.en}`,
          de: `${forward.de}; andersherum: ${backward.de}`,
        },
      ]),
      language,
    ),
    ...block(headings.options, common, language),
    exits[language],
  ].join('\n')
}

/** What can be done with files. */
export function attachmentUsage(language: Language): string {
  return [
    `${headings.usage[language]}: leitstand attachment VERB [options]\n`,
    ...block(
      headings.verbs,
      Object.entries(attachmentVerbs).map(([verb, { takes }]) => [
        [verb, ...takes].join(' '),
        attachmentOperations[verb as AttachmentVerb].summary ?? silent, // the names are those of the operations
      ]),
      language,
    ),
    {
      en: 'A record takes files by the options of its fields, as in --documents offer.pdf; they are uploaded then.\n',
      de: 'Ein Datensatz nimmt Dateien über die Optionen seiner Felder, wie --documents angebot.pdf; dann werden sie hochgeladen.\n',
    }[language],
    ...block(headings.options, [toLine, ...common], language),
    exits[language],
  ].join('\n')
}

const verbNames = Object.keys(commandVerbs) as RecordVerb[] // the keys of this very object

function fieldLines(definition: RecordDefinition, verb: 'create' | 'change'): Lines {
  return openFields(definition).map(([name, field]) => {
    const isNeeded = verb === 'create' && field.required === true && field.kind !== 'state'
    return [`--${flagOf(name)} ${formOf(field)}`, describe(field, isNeeded)]
  })
}

function filterLines(definition: RecordDefinition): Lines {
  const filters = listFilters(definition)
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const flags = filters
      .filter((filter) => filter.field === name)
      .map(
        (filter) =>
          `--${flagOf(filter.name)}${filter.is === 'empty' || filter.is === 'set' ? '' : ` ${formOf(field)}`}`,
      )
    return flags.map((flag, at) => [flag, at === 0 ? field.label : silent] as const)
  })
}

function listLines({ names, title }: RecordDefinition): Lines {
  const told: Record<(typeof listOptions)[number], Lines[number]> = {
    title: [
      '--title WORDS',
      {
        en: 'words that the title holds, in any order',
        de: 'Wörter, die der Titel enthält, in beliebiger Reihenfolge',
      },
    ],
    sort: [
      '--sort NAME',
      {
        en: `a field or key, ${title}, created-at, updated-at; --sort=-NAME the other way round`,
        de: `ein Feld oder key, ${title}, created-at, updated-at; --sort=-NAME andersherum`,
      },
    ],
    after: [
      '--after CURSOR',
      { en: 'go on behind a page, as it said', de: 'hinter einer Seite weiter, wie sie es sagte' },
    ],
    limit: [
      '--limit N',
      {
        en: `how many ${names.many.en.toLowerCase()} at most, 1 to 200; else 50`,
        de: `wie viele ${names.many.de} höchstens, 1 bis 200; sonst 50`,
      },
    ],
    archived: [
      '--archived WHICH',
      {
        en: 'those in the archive: without, with or only; else without',
        de: 'die im Archiv: without (ohne sie), with (mit ihnen) oder only (nur sie); sonst without',
      },
    ],
  }
  return Object.values(told)
}

/** What is written behind the option of a field. */
function formOf(field: Field): string {
  switch (field.kind) {
    case 'choice':
    case 'state':
      return Object.keys(field.choices).join('|')
    case 'choices':
      return Object.keys(field.choices).join(',')
    case 'rows':
      return `"${Object.keys(field.columns).join(' | ')}"`
    case 'yes-no':
      return 'yes|no'
    case 'tags':
      return 'a,b'
    case 'references':
      return 'KEY,KEY'
    case 'reference':
    case 'person':
      return 'KEY'
    case 'attachments':
      return 'FILE'
    case 'day':
      return '2026-01-31'
    case 'money':
      return '"12.50 EUR"'
    default:
      return kindOf(field).column === 'text' ? 'TEXT' : kindOf(field).control.toUpperCase()
  }
}

function describe({ kind, label, help }: Field, isNeeded: boolean): Words {
  const times = timesOf(kind)
  return {
    en: `${isNeeded ? 'required. ' : ''}${label.en}.${help ? ` ${help.en}` : ''}${times.en}`,
    de: `${isNeeded ? 'erforderlich. ' : ''}${label.de}.${help ? ` ${help.de}` : ''}${times.de}`,
  }
}

/** What is said once for each part of a value; together they are the whole of it. */
function timesOf(kind: Field['kind']): Words {
  if (kind === 'rows') return { en: ' Once for each row.', de: ' Einmal für jede Zeile.' }
  if (kind !== 'attachments') return silent
  return {
    en: ' Once for each file; one that stays by its id.',
    de: ' Einmal für jede Datei; eine, die bleibt, mit ihrer Kennung.',
  }
}

/** A heading and its lines, the text in a column of its own; under a long option instead of beside it. */
function block(heading: Words, lines: Lines, language: Language): string[] {
  if (lines.length === 0) return []
  const [indent, width] = [26, 100]
  return [
    heading[language],
    ...lines.flatMap(([flag, words]) => {
      const text = words[language]
      const wrapped = text === '' ? [] : wrap(text, width - indent)
      const isBeside = flag.length <= indent - 4
      const first = isBeside ? `  ${flag.padEnd(indent - 2)}${wrapped[0] ?? ''}` : `  ${flag}`
      const rest = wrapped.slice(isBeside ? 1 : 0).map((line) => ' '.repeat(indent) + line)
      return [first.trimEnd(), ...rest]
    }),
    '',
  ]
}
