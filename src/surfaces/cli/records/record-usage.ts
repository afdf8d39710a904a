import type { AccessCommand } from './access-verbs.ts'
import { kindOf, relations, type Field, type RecordDefinition } from '#kernel/shape.ts'
import { listFilters } from '../../list-filters.ts'
import { attachmentOperations, linkOperations, recordVerbs, type RecordVerbs } from '../../operations.ts'
import { wrap } from '../terminal/columns.ts'
import { attachmentVerbs, type AttachmentVerb } from './attachment-verbs.ts'
import { flagOf } from './flags.ts'
import { linkVerbs, type LinkVerb } from './link-verbs.ts'
import { commandVerbs, type listOptions, type RecordVerb } from './record-verbs.ts'

const common: Lines = [
  ['--json', 'the answer as JSON'],
  ['--data DIR', "folder of the database; else Leitstand's own in your data home"],
]
const exits = 'Exit codes: 0 done, 1 refused (standard error says why), 2 wrong use.\n'

type Lines = readonly (readonly [flag: string, text: string])[]

/** The records of an area. */
export function areaUsage(area: string): string {
  const own = recordVerbs.filter(({ definition }) => definition.area === area)
  return [
    `Usage: leitstand ${area} RECORD VERB [KEY] [options]\n`,
    ...block(
      'Records:',
      own.map(({ definition }) => [definition.type, definition.purpose.en]),
    ),
    `leitstand ${area} RECORD --help says what can be done with one.\n`,
  ].join('\n')
}

/** What can be done with a type of record. */
export function recordUsage({ definition, operations }: RecordVerbs): string {
  const { area, type, purpose } = definition
  return [
    `${purpose.en}\n`,
    `Usage: leitstand ${area} ${type} VERB [KEY] [options]\n`,
    ...block(
      'Verbs:',
      verbNames.map((verb) => [verb, operations[verb].summary?.en ?? '']),
    ),
    `leitstand ${area} ${type} VERB --help has the options of one.\n`,
  ].join('\n')
}

/** One verb of a type of record, with every option it takes. */
export function verbUsage({ definition, operations }: RecordVerbs, verb: RecordVerb): string {
  const { area, type } = definition
  const { takesKey } = commandVerbs[verb]
  const hasFields = verb === 'create' || verb === 'change'
  const hasVersion = verb === 'change' || verb === 'archive' || verb === 'restore'
  return [
    `${operations[verb].summary?.en ?? ''}\n`,
    `Usage: leitstand ${area} ${type} ${verb}${takesKey ? ` ${definition.prefix}-1` : ''} [options]\n`,
    ...(hasFields ? block('Fields; an empty value takes one away:', fieldLines(definition, verb)) : []),
    ...(verb === 'list' ? block('Narrowed by, all of which must hold:', filterLines(definition)) : []),
    ...(verb === 'list' ? block('And:', listLines(definition)) : []),
    ...block('Options:', [
      ...(hasVersion
        ? [['--version N', 'the version that this is made to; else the one that stands'] as const]
        : []),
      ...common,
    ]),
    exits,
  ].join('\n')
}

/** What can be done with links. */
/** What can be done with members, or with the provider by which they sign in. */
export function accessUsage(word: string, verbs: Readonly<Record<string, AccessCommand>>): string {
  return [
    `Usage: leitstand ${word} VERB [options]\n`,
    ...block(
      'Verbs:',
      Object.entries(verbs).map(([verb, { takes, says, options = {} }]) => [
        [verb, ...takes, ...Object.keys(options).map((name) => `[--${name}]`)].join(' '),
        says,
      ]),
    ),
    ...block('Options:', common),
    exits,
  ].join('\n')
}

export function linkUsage(): string {
  return [
    'Usage: leitstand link VERB [options]\n',
    ...block(
      'Verbs:',
      Object.entries(linkVerbs).map(([verb, { takes }]) => [
        [verb, ...takes].join(' '),
        linkOperations[verb as LinkVerb].summary?.en ?? '', // the names are those of the operations
      ]),
    ),
    ...block(
      'Relations, as in leitstand link add GOAL-2 blocks GOAL-1:',
      relations.map(({ name, words }) => [
        name,
        `${words.forward.en}; the other way round: ${words.backward.en}`,
      ]),
    ),
    ...block('Options:', common),
    exits,
  ].join('\n')
}

/** What can be done with files. */
export function attachmentUsage(): string {
  return [
    'Usage: leitstand attachment VERB [options]\n',
    ...block(
      'Verbs:',
      Object.entries(attachmentVerbs).map(([verb, { takes }]) => [
        [verb, ...takes].join(' '),
        attachmentOperations[verb as AttachmentVerb].summary?.en ?? '', // the names are those of the operations
      ]),
    ),
    'A record takes files by the options of its fields, as in --documents offer.pdf; they are uploaded then.\n',
    ...block('Options:', [['--to PATH', 'where read writes the file; else its name, here'], ...common]),
    exits,
  ].join('\n')
}

const verbNames = Object.keys(commandVerbs) as RecordVerb[] // the keys of this very object

function fieldLines({ fields }: RecordDefinition, verb: 'create' | 'change'): Lines {
  return Object.entries(fields).map(([name, field]) => {
    const isNeeded = verb === 'create' && field.required && field.kind !== 'state'
    return [`--${flagOf(name)} ${formOf(field)}`, `${isNeeded ? 'required. ' : ''}${describe(field)}`]
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
    return flags.map((flag, at) => [flag, at === 0 ? field.label.en : ''] as const)
  })
}

function listLines({ names, title }: RecordDefinition): Lines {
  const told: Record<(typeof listOptions)[number], readonly [string, string]> = {
    title: ['--title WORDS', 'words that the title holds, in any order'],
    sort: [
      '--sort NAME',
      `a field or key, ${title}, created-at, updated-at; --sort=-NAME the other way round`,
    ],
    after: ['--after CURSOR', 'go on behind a page, as it said'],
    limit: ['--limit N', `how many ${names.many.en.toLowerCase()} at most, 1 to 200; else 50`],
    archived: ['--archived WHICH', 'without, with or only; else without'],
  }
  return Object.values(told)
}

/** What is written behind the option of a field. */
function formOf(field: Field): string {
  switch (field.kind) {
    case 'choice':
    case 'state':
      return Object.keys(field.choices).join('|')
    case 'rows':
      return `"${Object.keys(field.columns).join(' | ')}"`
    case 'yes-no':
      return 'yes|no'
    case 'tags':
      return 'a,b'
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

function describe(field: Field): string {
  return `${field.label.en}.${field.help ? ` ${field.help.en}` : ''}${timesOf(field)}`
}

/** What is said once for each part of a value; together they are the whole of it. */
function timesOf({ kind }: Field): string {
  if (kind === 'rows') return ' Once for each row.'
  return kind === 'attachments' ? ' Once for each file; one that stays by its id.' : ''
}

/** A heading and its lines, the text in a column of its own; under a long option instead of beside it. */
function block(heading: string, lines: Lines): string[] {
  if (lines.length === 0) return []
  const [indent, width] = [26, 100]
  return [
    heading,
    ...lines.flatMap(([flag, text]) => {
      const wrapped = text === '' ? [] : wrap(text, width - indent)
      const isBeside = flag.length <= indent - 4
      const first = isBeside ? `  ${flag.padEnd(indent - 2)}${wrapped[0] ?? ''}` : `  ${flag}`
      const rest = wrapped.slice(isBeside ? 1 : 0).map((line) => ' '.repeat(indent) + line)
      return [first.trimEnd(), ...rest]
    }),
    '',
  ]
}
