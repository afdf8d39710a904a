const longestWord = 60
const run = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const wordForm = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu

/** A word of a text and where it stands, in UTF-16 units. */
interface PlacedWord {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** The words of a text as they stand there. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(wordForm)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }))
}

/**
 * The words of a text in lower case. Scripts that have no spaces come as pairs of characters, by which any part of
 * theirs is found; those that are kept have the last character by itself, too.
 */
export function wordsOf(text: string, use: 'kept' | 'asked'): string[] {
  const words = text.normalize('NFC').toLowerCase().match(wordForm) ?? []
  return words.flatMap((word) => parts(word, use)).map((word) => word.slice(0, longestWord).toWellFormed())
}

/** A word without accents, as in `cafe` for `café`, so that it does not matter which keyboard somebody has. */
export function foldWord(word: string): string {
  return word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').normalize('NFC')
}

function parts(word: string, use: 'kept' | 'asked'): string[] {
  if (word.search(run) === -1) return [word]
  const spaced = word.replace(run, (signs) => {
    const each = Array.from(signs)
    const pairs = each.slice(1).map((sign, at) => `${each[at] ?? ''}${sign}`)
    if (pairs.length === 0 || use === 'kept') pairs.push(each.at(-1) ?? '')
    return ` ${pairs.join(' ')} `
  })
  return spaced.split(' ').filter(Boolean)
}
