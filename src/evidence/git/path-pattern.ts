import { type CharacterTest, takeClass } from './character-class.ts'

/** A pattern of a `.gitattributes` file, made ready to be compared. */
export interface PathPattern {
  /** True for a pattern without a slash: only the last part of a path is compared with it. */
  readonly anywhere: boolean
  /** What comes before the first wildcard; all of it in a pattern without one. */
  readonly start: string
  /** True when anything may follow the start. */
  readonly open: boolean
  /** Parts between slashes that what follows the start is compared with; null when nothing may follow it. */
  readonly parts: readonly Part[] | null
}

/** `folders` is any number of whole folders, `rest` all that follows. */
type Part = Segment | 'folders' | 'rest'

/** What stands between two slashes: pieces in a row with anything between them. */
interface Segment {
  readonly first: Piece
  readonly middle: readonly Piece[]
  /** Null where the segment has no star. */
  readonly last: Piece | null
  readonly length: number
}

interface Piece {
  /** Null where not every character is told. */
  readonly text: string | null
  readonly characters: readonly CharacterTest[]
}

/**
 * Reads a pattern of a `.gitattributes` file: without a slash it is compared with the last part of the path, otherwise
 * with all of it; `*` and `?` stop at slashes, `**` between slashes is any number of folders. Null for a pattern that
 * can match nothing.
 */
export function readPattern(pattern: string): PathPattern | null {
  if (pattern === '' || pattern.endsWith('/')) return null
  const tokens = readTokens(pattern)
  if (tokens === null) return null
  const firstWild = tokens.findIndex((token) => typeof token === 'string' || token.text === null)
  const literal = firstWild === -1 ? tokens : tokens.slice(0, firstWild)
  const rest = tokens.slice(literal.length)
  return {
    anywhere: !pattern.includes('/'),
    start: textOf(literal.filter((token) => typeof token !== 'string')),
    open: rest[0] === 'rest',
    parts: rest.length === 0 ? null : readParts(rest),
  }
}

/**
 * True when the pattern means the path. A star is settled at the first place that fits and never thought over, so the
 * time goes with the length of both at most.
 */
export function matchesPath(pattern: PathPattern, path: string): boolean {
  return matchesText(pattern, pattern.anywhere ? path.slice(path.lastIndexOf('/') + 1) : path)
}

/** The same for what the pattern is to be compared with: the last part of a path where it is `anywhere`. */
export function matchesText({ start, open, parts }: PathPattern, text: string): boolean {
  if (!text.startsWith(start)) return false
  if (open) return true
  if (parts === null) return text.length === start.length
  const [only] = parts
  const rest = text.slice(start.length)
  return parts.length === 1 && typeof only === 'object'
    ? matchesSegment(only, rest)
    : matchesParts(parts, rest.split('/'))
}

/** A path in which nothing is a wildcard, as a pattern. */
export function literalPattern(path: string): string {
  return path.replace(/[\\*?[\]]/g, String.raw`\$&`)
}

interface Character {
  /** Null where not one character alone is meant. */
  readonly text: string | null
  readonly test: CharacterTest
}

type Token = Character | 'star' | 'folders' | 'rest'

function readTokens(pattern: string): Token[] | null {
  const tokens: Token[] = []
  for (let at = pattern.startsWith('/') ? 1 : 0; at < pattern.length;) {
    const taken = takeToken(pattern, at)
    if (taken === null) return null
    tokens.push(taken.token)
    at += taken.length
  }
  return tokens
}

function takeToken(pattern: string, at: number): { token: Token; length: number } | null {
  const character = pattern.charAt(at)
  if (character === '*') return takeStars(pattern, at)
  if (character === '?') return { token: { text: null, test: (code) => code !== slash }, length: 1 }
  if (character === '[') {
    const taken = takeClass(pattern, at)
    return taken && { token: { text: null, test: taken.test }, length: taken.length }
  }
  if (character !== '\\') return { token: literal(character), length: 1 }
  return at + 1 < pattern.length ? { token: literal(pattern.charAt(at + 1)), length: 2 } : null
}

function takeStars(pattern: string, at: number): { token: Token; length: number } {
  let length = 1
  while (pattern[at + length] === '*') length++
  const after = pattern[at + length]
  if (length < 2 || (after !== undefined && after !== '/') || !opensFolders(pattern, at))
    return { token: 'star', length }
  return after === undefined ? { token: 'rest', length } : { token: 'folders', length: length + 1 }
}

/** Git compares what stands before the first wildcard by itself, and takes the rest for a pattern of its own. */
function opensFolders(pattern: string, at: number): boolean {
  return pattern[at - 1] === '/' || (pattern.includes('/') && pattern.search(/[*?[\\]/) === at)
}

const slash = 0x2f

function literal(text: string): Character {
  const own = text.charCodeAt(0)
  return { text, test: (code) => code === own }
}

function textOf(characters: readonly Character[]): string {
  return characters.map(({ text }) => text).join('')
}

function readParts(tokens: readonly Token[]): Part[] {
  const parts: Part[] = []
  let open: (Character | 'star')[] = []
  for (const token of tokens) {
    if (token === 'rest') return [...parts, token]
    if (token === 'folders') parts.push(token)
    else if (token !== 'star' && token.text === '/') {
      parts.push(readSegment(open))
      open = []
    } else open.push(token)
  }
  return [...parts, readSegment(open)]
}

function readSegment(tokens: readonly (Character | 'star')[]): Segment {
  const groups: Character[][] = [[]]
  for (const token of tokens) {
    if (token === 'star') groups.push([])
    else groups.at(-1)?.push(token)
  }
  const pieces = groups.map((characters) => ({
    text: characters.some(({ text }) => text === null) ? null : textOf(characters),
    characters: characters.map(({ test }) => test),
  }))
  const [first = { text: '', characters: [] }, ...others] = pieces
  return {
    first,
    middle: others.slice(0, -1),
    last: others.at(-1) ?? null,
    length: pieces.reduce((sum, { characters }) => sum + characters.length, 0),
  }
}

function matchesParts(parts: readonly Part[], names: readonly string[]): boolean {
  let part = 0
  let folders = -1
  let after = 0
  for (let name = 0; name < names.length;) {
    const wanted = parts[part]
    if (wanted === 'rest') return true
    if (wanted === 'folders') {
      folders = part++
      after = name
    } else if (wanted !== undefined && matchesSegment(wanted, names[name] ?? '')) {
      part++
      name++
    } else {
      // One folder more for the last `**`: those before it need none that it does not need itself.
      if (folders === -1) return false
      part = folders + 1
      name = ++after
    }
  }
  return part === parts.length
}

function matchesSegment({ first, middle, last, length }: Segment, name: string): boolean {
  if (last === null) return name.length === length && !name.includes('/') && isAt(first, name, 0)
  const end = name.length - last.characters.length
  if (name.length < length || name.includes('/') || !isAt(first, name, 0) || !isAt(last, name, end))
    return false
  let from = first.characters.length
  for (const piece of middle) {
    const at = find(piece, name, from, end)
    if (at === -1) return false
    from = at + piece.characters.length
  }
  return true
}

function isAt({ text, characters }: Piece, name: string, at: number): boolean {
  if (text !== null) return name.startsWith(text, at)
  return characters.every((test, offset) => test(name.charCodeAt(at + offset)))
}

/** Where the piece next lies between the two places, or -1. */
function find(piece: Piece, name: string, from: number, end: number): number {
  const latest = end - piece.characters.length
  if (piece.text !== null) {
    const at = name.indexOf(piece.text, from)
    return at > latest ? -1 : at
  }
  for (let at = from; at <= latest; at++) if (isAt(piece, name, at)) return at
  return -1
}
