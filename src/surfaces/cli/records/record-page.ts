import {
  kindOf,
  type Field,
  type RecordDefinition,
  type RecordPage,
  type RecordShape,
  type VersionShape,
} from '#kernel/shape.ts'
import { columnsOf, wrap } from '../terminal/columns.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Look } from '../terminal/look.ts'
import { table, type Column } from '../terminal/table.ts'

/** A page of a list: key, title, and what of the fields says most in a word. */
export function listPage(definition: RecordDefinition, page: RecordPage, look: Look): string {
  const many = definition.names.many.en.toLowerCase()
  if (page.records.length === 0) return `  ${look.ink('faint', `No ${many}.`)}\n`
  const columns: Column<RecordShape>[] = [
    { heading: 'key', width: 12, kind: 'name', text: ({ key }) => key },
    {
      heading: definition.fields[definition.title]?.label.en.toLowerCase() ?? '',
      width: 0,
      kind: 'name',
      text: ({ title }) => title,
    },
    ...tellingFields(definition).map(([name, field]): Column<RecordShape> => ({
      heading: field.label.en.toLowerCase(),
      width: field.kind === 'day' ? 10 : 14,
      kind: 'name',
      text: (record) => textOf(record, name, field) || look.sign.dash,
    })),
    {
      heading: '',
      width: 8,
      kind: 'note',
      text: ({ archivedAt }) => (archivedAt === null ? '' : 'archived'),
    },
  ]
  const shown = page.records.length
  const told =
    page.next === null && shown === page.total
      ? `${shown} ${shown === 1 ? definition.names.one.en.toLowerCase() : many}`
      : `${shown} of ${page.total} ${many}`
  return [
    ...table(columns, page.records, look),
    look.ink('faint', `  ${told}`),
    ...(page.next === null ? [] : [look.ink('faint', `  more with --after ${page.next}`)]),
    '',
  ].join('\n')
}

/** One record: every field that has a value, by its label. */
export function recordPage(definition: RecordDefinition, record: RecordShape, look: Look): string {
  const told = Object.entries(definition.fields)
    .filter(([name]) => name !== definition.title)
    .map(([name, field]): [string, string] => [field.label.en, textOf(record, name, field)])
    .filter(([, text]) => text !== '')
  const width = Math.max(0, ...told.map(([label]) => columnsOf(label)))
  const envelope = [
    `version ${record.version}`,
    `changed ${instantText(record.updatedAt)}`,
    ...(record.archivedAt === null ? [] : ['archived']),
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
  return versions
    .flatMap(({ version, at, by, surface, archived, changes }) => [
      `  ${look.ink('strong', `version ${version}`)}  ${look.ink(
        'faint',
        [instantText(at), `${harmless(by.id)} by ${surface}`, ...(archived ? ['archived'] : [])].join(
          ` ${look.sign.dot} `,
        ),
      )}`,
      ...changes.flatMap(({ field, before, after }) =>
        linesOf(
          `${fields[field]?.label.en ?? field}: ${before ?? look.sign.dash} > ${after ?? look.sign.dash}`,
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
function textOf({ fields, references }: RecordShape, name: string, field: Field): string {
  const value = fields[name] ?? null
  if (value === null) return ''
  const text = kindOf(field).toText(field, value, 'en')
  const title = typeof value === 'string' ? references[value]?.title : undefined
  return title === undefined ? text : `${text} ${title}`
}

function linesOf(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrap(harmless(line), Math.max(20, columns)))
}

function instantText(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
