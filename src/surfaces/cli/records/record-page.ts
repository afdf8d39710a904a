import {
  kindOf,
  type Field,
  type RecordDefinition,
  type RecordPage,
  type RecordShape,
  type VersionShape,
  type Words,
} from '#kernel/shape.ts'
import type { Surface } from '#kernel'
import { columnsOf, wrap } from '../terminal/columns.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Look } from '../terminal/look.ts'
import { table, type Column } from '../terminal/table.ts'

const version = { en: 'version', de: 'Version' }
const nothing = { en: '', de: '' }
export const archived = { en: 'archived', de: 'archiviert' }

const surfaces: Readonly<Record<string, Words>> = {
  web: { en: 'on a page', de: 'auf einer Seite' },
  api: { en: 'through the API', de: 'über die API' },
  cli: { en: 'on the command line', de: 'über die Kommandozeile' },
  mcp: { en: 'by an agent’s tool', de: 'über ein Werkzeug eines Agenten' },
  system: { en: 'by itself', de: 'von selbst' },
} satisfies Record<Surface, Words>

/** What records of a type are called inside a sentence: German nouns keep their capital. */
function inSentence({ names: { one, many } }: RecordDefinition): { one: Words; many: Words } {
  return {
    one: { en: one.en.toLowerCase(), de: one.de },
    many: { en: many.en.toLowerCase(), de: many.de },
  }
}

/** Headings are small, where the language has small letters for them. */
function headingOf(words: Words, { say }: Look): string {
  return say({ en: words.en.toLowerCase(), de: words.de })
}

/** A page of a list: key, title, and what of the fields says most in a word. */
export function listPage(definition: RecordDefinition, page: RecordPage, look: Look): string {
  const { say, number } = look
  const { one, many } = inSentence(definition)
  if (page.records.length === 0)
    return `  ${look.ink('faint', say({ en: `No ${many.en}.`, de: `Keine ${many.de}.` }))}\n`
  const columns: Column<RecordShape>[] = [
    {
      heading: headingOf({ en: 'key', de: 'Schlüssel' }, look),
      width: 12,
      kind: 'name',
      text: ({ key }) => key,
    },
    {
      heading: headingOf(definition.fields[definition.title]?.label ?? nothing, look),
      width: 0,
      kind: 'name',
      text: ({ title }) => title,
    },
    ...tellingFields(definition).map(([name, field]): Column<RecordShape> => ({
      heading: headingOf(field.label, look),
      width: field.kind === 'day' ? 10 : 14,
      kind: 'name',
      text: (record) => textOf(record, name, field, look) || look.sign.dash,
    })),
    {
      heading: '',
      width: 10,
      kind: 'note',
      text: ({ archivedAt }) => (archivedAt === null ? '' : say(archived)),
    },
  ]
  const shown = page.records.length
  const told =
    page.next === null && shown === page.total
      ? `${number(shown)} ${say(shown === 1 ? one : many)}`
      : `${number(shown)} ${say({ en: 'of', de: 'von' })} ${number(page.total)} ${say(many)}`
  return [
    ...table(columns, page.records, look),
    look.ink('faint', `  ${told}`),
    ...(page.next === null
      ? []
      : [look.ink('faint', `  ${say({ en: 'more with', de: 'mehr mit' })} --after ${page.next}`)]),
    '',
  ].join('\n')
}

/** One record: every field that has a value, by its label. */
export function recordPage(definition: RecordDefinition, record: RecordShape, look: Look): string {
  const told = Object.entries(definition.fields)
    .filter(([name]) => name !== definition.title)
    .map(([name, field]): [string, string] => [look.say(field.label), textOf(record, name, field, look)])
    .filter(([, text]) => text !== '')
  const width = Math.max(0, ...told.map(([label]) => columnsOf(label)))
  const envelope = [
    `${look.say(version)} ${record.version}`,
    `${look.say({ en: 'changed', de: 'geändert' })} ${instantText(record.updatedAt)}`,
    ...(record.archivedAt === null ? [] : [look.say(archived)]),
  ]
  return [
    `  ${look.ink('accent', record.key)}  ${look.ink('strong', harmless(record.title))}`,
    `  ${look.ink('faint', envelope.join(` ${look.sign.dot} `))}`,
    ...(told.length > 0 ? [''] : []),
    ...told.flatMap(([label, text]) =>
      linesOf(text, look.columns - width - 4).map((line, at) =>
        `  ${look.ink('faint', look.fit(at === 0 ? label : '', width))}  ${line}`.trimEnd(),
      ),
    ),
    '',
  ].join('\n')
}

/** Every version, the newest first, with what it changed. */
export function historyPage(
  { fields }: RecordDefinition,
  versions: readonly VersionShape[],
  look: Look,
): string {
  const nameOf = (field: string) => {
    const label = fields[field]?.label
    return label ? look.say(label) : field
  }
  return versions
    .flatMap(({ version: count, at, by, surface, archived: isArchived, changes }) => [
      `  ${look.ink('strong', `${look.say(version)} ${count}`)}  ${look.ink(
        'faint',
        [
          instantText(at),
          `${harmless(by.id)} ${look.say(surfaces[surface] ?? { en: surface, de: surface })}`,
          ...(isArchived ? [look.say(archived)] : []),
        ].join(` ${look.sign.dot} `),
      )}`,
      ...changes.flatMap(({ field, before, after }) =>
        linesOf(
          `${nameOf(field)}: ${before ?? look.sign.dash} > ${after ?? look.sign.dash}`,
          look.columns - 4,
        ).map((line) => `    ${line}`),
      ),
    ])
    .concat('')
    .join('\n')
}

/** The first three fields that one can read at a glance: a state, a choice, a day, a person. */
function tellingFields({ fields }: RecordDefinition): [string, Field][] {
  return Object.entries(fields)
    .filter(([, { kind }]) => kind === 'state' || kind === 'choice' || kind === 'day' || kind === 'person')
    .slice(0, 3)
}

/** References with the title of what they lead to. */
function textOf({ fields, references }: RecordShape, name: string, field: Field, look: Look): string {
  const value = fields[name] ?? null
  if (value === null) return ''
  const text = kindOf(field).toText(field, value, look.language)
  const title = typeof value === 'string' ? references[value]?.title : undefined
  return title === undefined ? text : `${text} ${title}`
}

function linesOf(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrap(harmless(line), Math.max(20, columns)))
}

function instantText(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
