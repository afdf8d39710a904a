/** How many columns of a terminal the text takes, near enough: marks none, East Asian wide characters and emoji two. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += columnsOfCharacter(character)
  return columns
}

/** The text in exactly so many columns: padded, or cut with an ellipsis at the end. */
export function fit(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const cut = columnsOf(text) > columns ? cutEnd(text, columns) : text
  const room = ' '.repeat(Math.max(0, columns - columnsOf(cut)))
  return align === 'left' ? cut + room : room + cut
}

const segmenter = new Intl.Segmenter()

/** At most so many columns of a path: its end says more than its beginning. */
export function fitPath(path: string, columns: number): string {
  if (columnsOf(path) <= columns) return fit(path, columns)
  const characters = Array.from(segmenter.segment(path), ({ segment }) => segment)
  let kept = ''
  for (let at = characters.length - 1; at >= 0; at--) {
    const longer = (characters[at] ?? '') + kept
    if (columnsOf(longer) > columns - 1) break
    kept = longer
  }
  return fit(`…${kept}`, columns)
}

/** Breaks a sentence into lines of at most so many columns, at its spaces. */
export function wrap(sentence: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of sentence.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function cutEnd(text: string, columns: number): string {
  let kept = ''
  for (const character of text) {
    if (columnsOf(kept + character) > columns - 1) break
    kept += character
  }
  return columns > 0 ? `${kept}…` : ''
}

function columnsOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (/\p{M}/u.test(character)) return 0
  return isWide(code) || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}
