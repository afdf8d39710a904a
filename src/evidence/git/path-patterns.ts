import { matchesText, type PathPattern, readPattern } from './path-pattern.ts'

/** Many patterns at once, each told by its place in the list. */
export interface PathPatterns {
  /** The first pattern of the list that means the path, or -1. */
  first(path: string): number
  /** All of them, in no order. */
  all(path: string): number[]
}

/**
 * Prepares patterns to be compared with many paths. They are kept by the folder that they begin with, by the folder that
 * they look for (`**\/vendor/**`), plain paths, names and endings (`*.ts`) by themselves, so that a path is compared
 * with those only that might mean it. What can match nothing matches nothing.
 */
export function pathPatterns(patterns: readonly string[]): PathPatterns {
  const byPath = new Map<string, Entry[]>()
  const byFolder = new Map<string, Entry[]>()
  const byPart = new Map<string, Entry[]>()
  const byName = new Map<string, Entry[]>()
  const byEnding = new Map<string, Entry[]>()
  const further: Entry[] = []
  for (const [place, text] of patterns.entries()) {
    const pattern = readPattern(text)
    if (pattern === null) continue
    const entry = { place, pattern }
    const [part, ending] = [partOf(pattern), endingOf(pattern)]
    if (pattern.parts === null) add(pattern.anywhere ? byName : byPath, pattern.start, entry)
    else if (part !== null) add(byPart, part, entry)
    else if (!pattern.anywhere) add(byFolder, foldersOf(pattern), entry)
    else if (ending !== null) add(byEnding, ending, entry)
    else further.push(entry)
  }

  /** The lists in which all patterns are that might mean the path. */
  function listsFor(path: string, name: string): (readonly Entry[])[] {
    const found = [byPath.get(path), byName.get(name), byEnding.get(name.slice(name.lastIndexOf('.')))]
    found.push(byFolder.get(''), further)
    if (byFolder.size > 0) {
      for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
        found.push(byFolder.get(path.slice(0, end)))
    }
    if (byPart.size > 0) for (const part of path.split('/')) found.push(byPart.get(part))
    return found.filter((list) => list !== undefined)
  }

  return {
    first(path) {
      const name = nameOf(path)
      return listsFor(path, name).reduce((best, list) => firstOf(list, path, name, best) ?? best, -1)
    },
    all(path) {
      const name = nameOf(path)
      const entries = listsFor(path, name).flatMap((list) => list.filter((one) => isMeant(one, path, name)))
      return [...new Set(entries.map(({ place }) => place))]
    },
  }
}

interface Entry {
  readonly place: number
  readonly pattern: PathPattern
}

function add(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = lists.get(key)
  if (list) list.push(entry)
  else lists.set(key, [entry])
}

/** Each list is in the order of places: what comes behind the best so far is not looked at. */
function firstOf(list: readonly Entry[], path: string, name: string, best: number): number | null {
  for (const entry of list) {
    if (best !== -1 && entry.place >= best) return null
    if (isMeant(entry, path, name)) return entry.place
  }
  return null
}

function isMeant({ pattern }: Entry, path: string, name: string): boolean {
  return matchesText(pattern, pattern.anywhere ? name : path)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function foldersOf({ start }: PathPattern): string {
  return start.slice(0, Math.max(0, start.lastIndexOf('/')))
}

/** `vendor` of the pattern `**\/vendor/**`; null for any other kind of pattern. */
function partOf({ start, parts }: PathPattern): string | null {
  const [folders, segment] = parts ?? []
  if (start !== '' || folders !== 'folders' || typeof segment !== 'object') return null
  return segment.last === null ? segment.first.text : null
}

/** `.ts` of the pattern `*.d.ts`; null for any other kind of pattern. */
function endingOf({ start, parts }: PathPattern): string | null {
  const [segment] = parts ?? []
  if (start !== '' || typeof segment !== 'object' || segment.middle.length > 0) return null
  const text = segment.last?.text ?? ''
  return text.includes('.') ? text.slice(text.lastIndexOf('.')) : null
}
