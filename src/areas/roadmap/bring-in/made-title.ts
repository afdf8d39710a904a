import type { RecordDefinition } from '#kernel/shape.ts'

/** A title that says only where the row stands: words of customers belong to the text, which can be forgotten. */
export function madeTitle(file: string, row: number, customer: unknown): string {
  const name = file.replace(/^.*[\\/]/s, '').replace(/(?<=.)\.[^.]*$/s, '')
  const whose = typeof customer === 'string' && customer !== '' ? ` · ${customer}` : ''
  return cutTo(`${cutTo(name.replace(/\s+/g, ' '), 60)} ${row}${whose}`, 120)
}

/** How many characters a title may have. */
export function longestTitle({ fields, title }: RecordDefinition): number {
  const field = fields[title]
  return (field?.kind === 'short-text' ? field.longest : null) ?? 200
}

/** The text in so many characters, with a sign that it goes on. */
export function cutTo(text: string, most: number): string {
  const characters = Array.from(text)
  if (characters.length <= most) return text
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}
