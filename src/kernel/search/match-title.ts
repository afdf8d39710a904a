import { editDistance } from './edit-distance.ts'
import { foldWord, placedWords, wordsOf } from './search-words.ts'
import type { Marks } from './search-shape.ts'
import { mostEdits } from './title-terms.ts'

/** How well a title matches: less is better; null where it does not. */
export interface TitleMatch {
  /** 0 begins with what was asked for, 1 has words that begin so, 2 has it inside of words, 3 mistyped. */
  readonly group: 0 | 1 | 2 | 3
  readonly distance: number
}

/** Compares a folded title with folded words that were asked for. */
export function matchTitle(folded: string, asked: readonly string[]): TitleMatch | null {
  const words = folded.split(' ')
  const matches = asked.map((word) => bestOf(words, word))
  if (matches.includes(null)) return null
  const distance = matches.reduce((sum, match) => sum + (match?.distance ?? 0), 0)
  const group = Math.max(...matches.map((match) => match?.group ?? 3))
  if (group === 1 && folded.startsWith(asked.join(' '))) return { group: 0, distance }
  return { group: group === 1 ? 1 : group === 2 ? 2 : 3, distance }
}

function bestOf(words: readonly string[], asked: string): TitleMatch | null {
  let best: TitleMatch | null = null
  for (const word of words) {
    const match = matchWord(word, asked)
    if (
      match &&
      (!best || match.group < best.group || (match.group === best.group && match.distance < best.distance))
    )
      best = match
  }
  return best
}

/** Whole words count before those that go on. */
function matchWord(word: string, asked: string): TitleMatch | null {
  if (word.startsWith(asked)) return { group: 1, distance: word === asked ? 0 : 1 }
  if (asked.length >= 4 && word.includes(asked)) return { group: 2, distance: 0 }
  const edits = mostEdits(asked)
  if (edits === 0) return null
  const distance = Math.min(editDistance(asked, word), editDistance(asked, word.slice(0, asked.length)))
  return distance <= edits ? { group: 3, distance } : null
}

/** Where a title has one of the words. */
export function marksIn(title: string, asked: readonly string[]): Marks {
  return placedWords(title)
    .filter(({ word }) => {
      const own = wordsOf(word, 'kept').map(foldWord)
      return asked.some((each) => own.some((part) => matchWord(part, each) !== null))
    })
    .map(({ from, to }) => [from, to] as const)
}
