/** Says whether a character, told by its code, is meant. */
export type CharacterTest = (code: number) => boolean

/**
 * Reads a class like `[a-z]`, `[!0-9_]` or `[[:digit:]]` that begins at a place in a pattern; no class holds a slash.
 * Null where it is not closed or names a kind of characters that there is not.
 */
export function takeClass(pattern: string, at: number): { test: CharacterTest; length: number } | null {
  const match = /^\[([!^]?)((?:\]|\\.|\[:[a-z]+:\]|[^\]\\])(?:\\.|\[:[a-z]+:\]|[^\]\\])*)\]/s.exec(
    pattern.slice(at),
  )
  if (!match) return null
  const [whole, negation, members = ''] = match
  const ranges = readRanges(members)
  if (ranges === null) return null
  const isMember = (code: number) => ranges.some(([first, last]) => code >= first && code <= last)
  return { test: (code) => code !== slash && isMember(code) === (negation === ''), length: whole.length }
}

const slash = 0x2f

type Range = readonly [first: number, last: number]

function readRanges(members: string): Range[] | null {
  const ranges: Range[] = []
  const found = members.matchAll(/\[:([a-z]+):\]|(\\?)(.)(?:-(\\?)([^\]\\]|(?<=\\).))?/gs)
  for (const [, kind, , from = '', , to = from] of found) {
    if (kind === undefined) {
      ranges.push([from.charCodeAt(0), to.charCodeAt(0)])
      continue
    }
    const named = kinds[kind]
    if (named === undefined) return null
    ranges.push(...named)
  }
  return ranges
}

const digits: Range = [0x30, 0x39]
const lower: Range = [0x61, 0x7a]
const upper: Range = [0x41, 0x5a]

const kinds: Readonly<Record<string, readonly Range[]>> = {
  alnum: [digits, lower, upper],
  alpha: [lower, upper],
  blank: [
    [0x09, 0x09],
    [0x20, 0x20],
  ],
  cntrl: [
    [0x00, 0x1f],
    [0x7f, 0x7f],
  ],
  digit: [digits],
  graph: [[0x21, 0x7e]],
  lower: [lower],
  print: [[0x20, 0x7e]],
  punct: [
    [0x21, 0x2f],
    [0x3a, 0x40],
    [0x5b, 0x60],
    [0x7b, 0x7e],
  ],
  space: [
    [0x09, 0x0d],
    [0x20, 0x20],
  ],
  upper: [upper],
  xdigit: [digits, [0x41, 0x46], [0x61, 0x66]],
}
