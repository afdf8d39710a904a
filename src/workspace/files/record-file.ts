import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { kindOf, type FieldValue } from '#kernel/record/fields/field-kinds.ts'
import { readValues, type RecordValues } from '#kernel/record/read-values.ts'
import type { FileFaults } from './file-faults.ts'
import { readYaml, writeYaml } from './front-matter.ts'
import { joinSections, splitSections } from './sections.ts'
import { sortedJson } from './sorted-json.ts'
import type { TextFile } from './text-file.ts'

/** A record as its file says it. */
export interface FiledRecord {
  readonly key: string
  readonly values: RecordValues
  /** Where in the file a field stands, for what is found wrong with it later. */
  lineOf(field: string): number | null
}

/** Where a record lies, as in `goals/GOAL-3.md`. */
export const recordPath = ({ collection }: RecordDefinition, key: string) => `${collection}/${key}.md`

/** A record as Markdown with YAML front matter; each field stands where its kind says. Values must be canonical. */
export function writeRecordFile(definition: RecordDefinition, key: string, values: RecordValues): TextFile {
  const present = Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = values[name]
    return value === null || value === undefined ? [] : [{ name, field, value }]
  })
  const front = present.filter(({ field }) => kindOf(field).place === 'front-matter')
  const sections = present.flatMap(({ name, field, value }) =>
    kindOf(field).place === 'section' && typeof value === 'string'
      ? [{ field: name, label: field.label.en, text: value }]
      : [],
  )
  const yaml = writeYaml({ key, ...Object.fromEntries(front.map(({ name, value }) => [name, bare(value)])) })
  const body = sections.length === 0 ? '' : `\n${joinSections(sections)}`
  return { path: recordPath(definition, key), text: `---\n${yaml}---\n${body}` }
}

/** Rows without the cells that are empty: they come back as empty when read. */
function bare(value: FieldValue): unknown {
  if (!Array.isArray(value)) return value
  return value.map((row: unknown) =>
    typeof row === 'object' && row !== null
      ? Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null))
      : row,
  )
}

/** Reads the file of the record that its path names, whose history ends with the values kept; notes what is wrong with it and then answers null. */
export function readRecordFile(
  definition: RecordDefinition,
  key: string,
  { path, text }: TextFile,
  faults: FileFaults,
  kept: RecordValues = {},
): FiledRecord | null {
  const before = faults.count
  const lines = text.split(/\r?\n/)
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) {
    faults.add(path, 1, {
      en: 'The file must begin with YAML between two lines of three hyphens.',
      de: 'Die Datei muss mit YAML zwischen zwei Zeilen aus drei Strichen beginnen.',
    })
    return null
  }
  const front = readYaml(path, `${lines.slice(1, end).join('\n')}\n`, 2, faults)
  if (!front) return null
  const { key: saidKey, ...given } = front.values
  if (saidKey !== key)
    faults.add(path, front.lineOf('key') ?? 1, {
      en: `The key must be ${key}, as the name of the file says.`,
      de: `Der Schlüssel muss ${key} sein, wie der Name der Datei es sagt.`,
    })
  const { before: astray, sections } = splitSections(lines.slice(end + 1))
  if (astray !== '')
    faults.add(path, end + 2, {
      en: 'The text stands under no heading of a field, such as “## Why <!-- why -->”.',
      de: 'Der Text steht unter keiner Überschrift eines Feldes, wie „## Why <!-- why -->“.',
    })
  const lineOfSection = new Map(sections.map(({ field, line }) => [field, line + end + 1]))
  const lineOf = (name: string) => lineOfSection.get(name) ?? front.lineOf(name)
  noteMisplaced(definition, path, { given, sections: sections.map(({ field }) => field), lineOf }, faults)
  const texts = Object.fromEntries(sections.map(({ field, text }) => [field, text]))
  const known = Object.fromEntries(Object.keys(definition.fields).map((name) => [name, null]))
  const wasKept = (name: string, value: FieldValue) => sortedJson(kept[name]) === sortedJson(value)
  const read = readValues(definition, { ...known, ...given, ...texts }, wasKept)
  for (const fault of read.faults) faults.add(path, lineOf(fault.path), fault.message)
  return faults.count > before ? null : { key, values: read.values, lineOf }
}

interface Placed {
  readonly given: Readonly<Record<string, unknown>>
  readonly sections: readonly string[]
  lineOf(name: string): number | null
}

function noteMisplaced(
  { fields }: RecordDefinition,
  path: string,
  { given, sections, lineOf }: Placed,
  faults: FileFaults,
): void {
  const twice = sections.filter((name, at) => sections.indexOf(name) !== at || Object.hasOwn(given, name))
  for (const name of new Set(twice))
    faults.add(path, lineOf(name), { en: `${name} stands here twice.`, de: `${name} steht hier zweimal.` })
  const placeOf = (name: string) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return field && kindOf(field).place
  }
  for (const name of Object.keys(given).filter((name) => placeOf(name) === 'section'))
    faults.add(path, lineOf(name), {
      en: `${name} belongs under a heading “## … <!-- ${name} -->”.`,
      de: `${name} gehört unter eine Überschrift „## … <!-- ${name} -->“.`,
    })
  for (const name of sections.filter((name) => placeOf(name) === 'front-matter'))
    faults.add(path, lineOf(name), {
      en: `${name} belongs among the YAML at the beginning.`,
      de: `${name} gehört in das YAML am Anfang.`,
    })
}
