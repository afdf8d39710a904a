import { commandsOf } from './area-verbs.ts'
import type { AccessCommand } from './access-verbs.ts'
import { relations, type Language, type Words } from '#kernel/shape.ts'
import { attachmentOperations, linkOperations, recordVerbs, type RecordVerbs } from '../../operations.ts'
import { attachmentVerbs, type AttachmentVerb } from './attachment-verbs.ts'
import { fieldLines, filterLines, listLines } from './field-usage.ts'
import { linkVerbs, type LinkVerb } from './link-verbs.ts'
import { commandVerbs, type RecordVerb } from './record-verbs.ts'
import { block, silent, type Lines } from './usage-block.ts'

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
    ...block(headings.options, [...inputLines(verbs), ...common], language),
    exits[language],
  ].join('\n')
}

/** What the options of a verb are, where one alone is asked about. */
function inputLines(verbs: Readonly<Record<string, AccessCommand>>): Lines {
  const [only, ...more] = Object.values(verbs)
  if (!only?.inputs || more.length > 0) return []
  const { options = {}, inputs } = only
  return Object.keys(options).map((flag) => [`--${flag}`, inputs[flag] ?? silent])
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
