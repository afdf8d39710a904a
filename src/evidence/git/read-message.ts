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
}

export function readMessage(message: string): Message {
  const subject = subjectOf(message)
  return {
    subject,
    kind: kindOf(subject),
    reverts: message.includes('his reverts commit') ? revertsOf(message) : [],
    coauthors: /co-authored-by/i.test(message) ? coauthorsOf(message) : [],
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
