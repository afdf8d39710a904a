import { commitKinds, type CommitKind } from '#evidence/history/commit-fact.ts'
import type { Signature } from './identity.ts'

/** What is taken from a message; the rest of it is not kept. */
export interface Message {
  /** First line that is not empty, at most 300 characters, control characters as spaces, without whose it is. */
  readonly subject: string
  readonly kind: CommitKind | null
  /** Full hashes after "This reverts commit". */
  readonly reverts: readonly string[]
  readonly coauthors: readonly Signature[]
  /** What may be keys of records, as in `BET-12`, in the order in which they stand there; at most 20. */
  readonly recordKeys: readonly string[]
  /** Those of them that trailers alone name, as in `Bet: BET-12`. */
  readonly trailerKeys: readonly string[]
}

export function readMessage(message: string): Message {
  const subject = subjectOf(message)
  const recordKeys = recordKeysOf(message, subject)
  return {
    subject,
    kind: kindOf(subject),
    reverts: message.includes('his reverts commit') ? revertsOf(message) : [],
    coauthors: /co-authored-by/i.test(message) ? coauthorsOf(message) : [],
    recordKeys,
    trailerKeys: trailerKeysOf(message, subject, recordKeys),
  }
}

function subjectOf(message: string): string {
  const start = message.search(/\S/)
  if (start === -1) return ''
  const line = message.slice(start, start + 1200).split('\n', 1)[0] ?? ''
  // oxlint-disable-next-line no-control-regex -- a subject must not steer the terminal it is shown in
  const plain = line.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').trim()
  // A cut through a character of two units leaves half of it behind.
  return withoutPeople(plain)
    .slice(0, 300)
    .replace(/[\ud800-\udbff]$/, '')
}

// Subjects go with lists of commits, which name no author: what git and forges write into those of merges would.
function withoutPeople(subject: string): string {
  const anonymous = subject.includes('Merge ')
    ? subject
        .replace(/(\bMerge pull request #\d+ from )[^/\s]+\//g, '$1')
        .replace(/(\bMerge remote-tracking branch ')[^/'\s]+\//g, '$1')
        .replace(
          /(\bMerge (?:remote-tracking )?(?:branch(?:es)?|tag|commit) '.*') of [^\s"]+[:/][^\s"]+/g,
          '$1',
        )
    : subject
  return anonymous.includes('@')
    ? anonymous.replace(/[\w.+-]+@[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}/gi, '…')
    : anonymous
}

/** The type a Conventional Commit announces; a subject in git's own form for reverts is one, too. */
function kindOf(subject: string): CommitKind | null {
  if (/^revert "/i.test(subject)) return 'revert'
  const type = /^([a-z]+)(\([^()]*\))?!?:/i.exec(subject)?.[1]?.toLowerCase()
  return commitKinds.find((kind) => kind === type) ?? null
}

function revertsOf(message: string): string[] {
  const named = message.matchAll(/\bThis reverts commit ([0-9a-f]{64}|[0-9a-f]{40})\b/gi)
  return [...new Set([...named].map((match) => (match[1] ?? '').toLowerCase()))]
}

/** Trailers anywhere in the message: a squash leaves those of its parts in the middle. */
function coauthorsOf(message: string): Signature[] {
  const trailers = message.matchAll(/^[ \t]*co-authored-by:([^\n]*)/gim)
  return [...trailers].flatMap(([, said = '']) => {
    const open = said.indexOf('<')
    const close = said.indexOf('>', open)
    if (open === -1 || close === -1) return []
    return [{ name: said.slice(0, open).trim(), address: said.slice(open + 1, close).trim() }]
  })
}

const mostRecordKeys = 20

/**
 * Capitals, a hyphen and a number that stand alone: `UTF-8` looks the same, and only who knows the records can tell.
 * A further number behind it makes it something else, as in `CVE-2024-1234`. Branches are mostly in lower case, so in
 * the line of a merge the case does not matter.
 */
function recordKeysOf(message: string, subject: string): string[] {
  const inMerge = subject.startsWith('Merge ') ? subject.toUpperCase() : ''
  const found = new Set<string>()
  for (const text of [inMerge, message]) {
    if (!text.includes('-')) continue
    for (const [key] of text.matchAll(keyForm)) {
      found.add(key)
      if (found.size === mostRecordKeys) return [...found]
    }
  }
  return [...found]
}

/** Trailers anywhere below the first line: a squash leaves those of its parts in the middle. */
function trailerKeysOf(message: string, subject: string, keys: readonly string[]): string[] {
  if (keys.length === 0 || !trailer.test(message)) return []
  const elsewhere = new Set(recordKeysOf(message.replaceAll(trailers, ''), subject))
  return keys.filter((key) => !elsewhere.has(key))
}

const trailer = /\n[A-Za-z][\w-]*:[ \t]/
const trailers = /(?<=\n)[A-Za-z][\w-]*:[ \t][^\n]*/g

const keyForm = /(?<![\p{L}\p{N}_-])[A-Z]{2,8}-[1-9]\d{0,8}(?![\p{L}\p{N}_])(?!-\d+(?![\p{L}\p{N}_]))/gu
