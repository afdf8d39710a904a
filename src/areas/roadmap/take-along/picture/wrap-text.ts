/**
 * Widths of letters against their size, after Arial with a twentieth more: the letters of whoever opens the file may be
 * wider, and a line that is a little short is better than one that runs into the next.
 */
const narrow = /^[\s'.,:;!|ijlIft()[\]{}/\\-]$/
const wide = /^[mwMW@%—…]$/
const capital = /^[\p{Lu}&#<>=+~]$/u
/** As wide as they are high: signs of East Asia, pictures. */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u{3000}-\u{30ff}\u{ff01}-\u{ff60}]/u

const shares = { narrow: 0.38, usual: 0.61, capital: 0.76, wide: 0.98, square: 1.2 } as const
/** Bold letters are wider. */
const bolder = 1.1

export interface Letters {
  readonly size: number
  readonly bold?: boolean
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Width of a text, as nearly as it can be told without drawing it. */
export function widthOf(text: string, { size, bold = false }: Letters): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += shareOf(segment)
  return width * size * (bold ? bolder : 1)
}

/** The text in lines that fit, at most so many; what does not fit is cut off with an ellipsis. */
export function wrapText(text: string, room: number, letters: Letters, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(' ').filter((word) => word !== '')
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, letters) <= room) {
      line = longer
      continue
    }
    if (line !== '' && lines.length + 1 === most)
      return [...lines, cut(`${line} ${words.slice(at).join(' ')}`)]
    if (line !== '') lines.push(line)
    line = word
    // A word that fits in no line at all is broken where it must be.
    while (widthOf(line, letters) > room) {
      if (lines.length + 1 === most) return [...lines, cut([line, ...words.slice(at + 1)].join(' '))]
      const head = beginning(line, room, letters)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return line === '' ? lines : [...lines, line]

  function cut(rest: string): string {
    if (widthOf(rest, letters) <= room) return rest
    return `${beginning(rest, room - widthOf('…', letters), letters).trimEnd()}…`
  }
}

/** As much of a text as fits, but at least one letter of it. */
function beginning(text: string, room: number, letters: Letters): string {
  let fits = ''
  for (const { segment } of graphemes.segment(text)) {
    if (fits !== '' && widthOf(fits + segment, letters) > room) return fits
    fits += segment
  }
  return fits
}

function shareOf(letter: string): number {
  if (narrow.test(letter)) return shares.narrow
  if (wide.test(letter)) return shares.wide
  if (square.test(letter)) return shares.square
  return capital.test(letter) ? shares.capital : shares.usual
}
