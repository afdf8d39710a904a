/**
 * A pattern of a `.gitattributes` file as the source of a regular expression for whole paths: without a slash it is
 * compared with the last part of the path, otherwise with all of it; `*` and `?` stop at slashes, `**` between slashes
 * is any number of folders. Null for a pattern that can match nothing.
 */
export function patternSource(pattern: string): string | null {
  if (pattern === '' || pattern.endsWith('/')) return null
  const anywhere = pattern.includes('/') ? '' : '(?:.*/)?'
  const rest = translate(pattern)
  return rest === null ? null : anywhere + rest
}

/** One regular expression for paths that any of the sources matches. */
export function pathExpression(sources: readonly string[]): RegExp {
  return new RegExp(sources.length === 0 ? '(?!)' : `^(?:${sources.join('|')})$`, 's')
}

/** A path in which nothing is a wildcard, as a pattern. */
export function literalPattern(path: string): string {
  return path.replace(/[\\*?[\]]/g, String.raw`\$&`)
}

function translate(pattern: string): string | null {
  let source = ''
  for (let at = pattern.startsWith('/') ? 1 : 0; at < pattern.length;) {
    const taken = takeToken(pattern, at)
    if (taken === null) return null
    source += taken.source
    at += taken.length
  }
  return source
}

interface Token {
  readonly source: string
  readonly length: number
}

function takeToken(pattern: string, at: number): Token | null {
  const character = pattern.charAt(at)
  if (character === '*') return takeStars(pattern, at)
  if (character === '?') return { source: '[^/]', length: 1 }
  if (character === '[') return takeClass(pattern, at)
  if (character !== '\\') return { source: literal(character), length: 1 }
  return at + 1 < pattern.length ? { source: literal(pattern.charAt(at + 1)), length: 2 } : null
}

function takeStars(pattern: string, at: number): Token {
  const length = /^\*+/.exec(pattern.slice(at))?.[0].length ?? 1
  // Git compares what stands before the first wildcard by itself, and takes the rest for a pattern of its own.
  const opens = pattern[at - 1] === '/' || (pattern.includes('/') && !/[*?[\\]/.test(pattern.slice(0, at)))
  const after = pattern[at + length]
  if (length < 2 || !opens || (after !== undefined && after !== '/')) return { source: '[^/]*', length }
  return after === undefined ? { source: '.*', length } : { source: '(?:.*/)?', length: length + 1 }
}

function takeClass(pattern: string, at: number): Token | null {
  const match = /^\[([!^]?)((?:\]|\\.|\[:[a-z]+:\]|[^\]\\])(?:\\.|\[:[a-z]+:\]|[^\]\\])*)\]/s.exec(
    pattern.slice(at),
  )
  if (!match) return null
  const [whole, negated, members = ''] = match
  const source = members.replace(/\[:([a-z]+):\]|\\(.)|([[\]^])/gs, (_all, named, escaped, special) =>
    named === undefined ? literalInClass(String(escaped ?? special)) : (classes[String(named)] ?? ''),
  )
  return { source: `(?!/)[${negated ? '^' : ''}${source}]`, length: whole.length }
}

const classes: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  blank: ' \\t',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: 'a-fA-F0-9',
}

function literal(character: string): string {
  return character.replace(/[$()*+.?[\\\]^{|}/-]/, String.raw`\$&`)
}

function literalInClass(character: string): string {
  return character.replace(/[\\\]^[-]/, String.raw`\$&`)
}
