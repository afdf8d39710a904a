import type { SearchHit } from './search-shape.ts'
import { foldWord, placedWords, wordsOf } from './search-words.ts'

const longest = 180
const before = 60

/** The piece of a text around the first word that has one of the stems; its beginning where none has. */
export function snippetOf(text: string, stems: readonly string[]): NonNullable<SearchHit['snippet']> {
  const folded = stems.map((stem) => foldWord(stem))
  const isHit = (word: string) =>
    wordsOf(word, 'kept').some((part) => folded.some((stem) => beginsWith(foldWord(part), stem)))
  const hits = placedWords(text).filter(({ word }) => isHit(word))
  const first = hits[0]?.from ?? 0
  const from = first <= before ? 0 : startOfWord(text, first - before)
  const to = text.length - from <= longest ? text.length : endOfWord(text, from, from + longest)
  const lead = from > 0 ? '… ' : ''
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length ? ' …' : ''}`.toWellFormed(),
    marks: hits
      .filter((hit) => hit.from >= from && hit.to <= to)
      .map((hit) => [hit.from - from + lead.length, hit.to - from + lead.length] as const),
  }
}

/** English writes the y of a stem as i, as in `polici` for policy. */
function beginsWith(word: string, stem: string): boolean {
  return (
    word.startsWith(stem) || (stem.endsWith('i') && stem.length > 3 && word.startsWith(stem.slice(0, -1)))
  )
}

function startOfWord(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + before / 2 ? at : space + 1
}

function endOfWord(text: string, from: number, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return space <= from + before ? at : space
}
