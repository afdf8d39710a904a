/**
 * What the words of a title are found by, as terms of a search index: `=` and the word, whose beginnings are found with
 * it; `+` and its endings, since German joins words; `~` and the word with letters left out, by which a word that was
 * typed wrongly meets it (deletions on both sides, after Garbe's SymSpell).
 */
export function titleTerms(words: readonly string[]): string[] {
  return [
    ...new Set(
      words.flatMap((word) => [
        `=${word}`,
        ...endings(word).map((ending) => `+${ending}`),
        ...withoutLetters(word).map((rest) => `~${rest}`),
      ]),
    ),
  ]
}

/** How many letters of a word may be wrong: none of a short one or a number, one, or two of a long one. */
export function mostEdits(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

const shortestEnding = 4

/** The term that words with this inside begin with; null where it is too short to be looked for inside of words. */
export function endingTerm(word: string): string | null {
  return word.length < shortestEnding ? null : `+${word}`
}

function endings(word: string): string[] {
  const letters = Array.from(word)
  return letters.slice(shortestEnding).map((_, at) => letters.slice(at + 1).join(''))
}

const lettersLookedAt = 7

/** The beginning of the word, with as many letters left out as may be wrong. */
export function withoutLetters(word: string): string[] {
  const edits = mostEdits(word)
  if (edits === 0) return []
  // Letters, not UTF-16 units: half a letter is nothing that can be stored.
  let last = [Array.from(word).slice(0, lettersLookedAt)]
  const found = new Set(last.map((letters) => letters.join('')))
  for (let edit = 0; edit < edits; edit++) {
    last = last.flatMap((letters) => letters.map((_, at) => letters.toSpliced(at, 1)))
    for (const letters of last) found.add(letters.join(''))
  }
  return [...found]
}
