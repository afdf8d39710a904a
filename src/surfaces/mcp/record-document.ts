import { stringify } from 'yaml'
import { kindOf, type RecordDefinition, type RecordShape } from '#kernel/shape.ts'
import { notice } from './untrusted.ts'

/**
 * A record as Markdown: what is short as YAML front matter, long texts as sections. Each text stands in a fence longer
 * than any it holds, so that none can pretend to be a heading or another section.
 */
export function recordDocument(definition: RecordDefinition, shape: RecordShape): string {
  const filled = Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = shape.fields[name]
    return value === null || value === undefined ? [] : [{ name, field, value }]
  })
  const short = filled.filter(({ field }) => kindOf(field).place === 'front-matter')
  const front = {
    untrusted: true,
    notice,
    key: shape.key,
    type: shape.type,
    version: shape.version,
    createdAt: shape.createdAt,
    updatedAt: shape.updatedAt,
    archivedAt: shape.archivedAt,
    fields: Object.fromEntries(short.map(({ name, value }) => [name, value])),
    references: shape.references,
  }
  const sections = filled
    .filter(({ field }) => kindOf(field).place === 'section')
    .map(
      ({ field, value }) => `\n## ${field.label.en}\n\n${fenced(kindOf(field).toText(field, value, 'en'))}\n`,
    )
  return `---\n${stringify(front, { lineWidth: 0 })}---\n${sections.join('')}`
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+|~+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}markdown\n${text}\n${fence}`
}
