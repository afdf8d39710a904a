import { createHash } from 'node:crypto'
import type { SourceFile, SourceRow } from '#engines/source-files/source-shape.ts'

/** What tells rows apart: which column, and whose numbers they are. */
export interface IdentitySource {
  readonly column: string | null
  readonly source: string
}

/**
 * By what a row is known again when its file comes a second time: its address, or else the number that its source gave it,
 * or else its title, or its words where it has none. Kept is a hash of these, because they may hold anything.
 */
export function rowIdentity(
  file: SourceFile,
  { column, source }: IdentitySource,
): (row: SourceRow, words: string) => string {
  const place = column === null ? -1 : file.columns.indexOf(column)
  return ({ cells }, words) => {
    const text = cells[place]?.[0] ?? ''
    const link = addressOf(text)
    if (link !== null && link.length <= longest) return link
    if (text !== '' && text.length <= longest) return `${source}:${text}`
    return `${source}:#${hashOf(text === '' ? words.toLowerCase() : text)}`
  }
}

/** What is longer is no number of anything, and too long for an index. */
const longest = 300

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** The address without what only says how it is looked at; null for what is none. */
function addressOf(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return null
  const url = URL.parse(text)
  if (!url) return null
  url.hash = ''
  return url.href.replace(/\/$/, '')
}
