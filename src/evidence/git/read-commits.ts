import type { ReadCommit } from '#evidence/history/commit-fact.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { type Authorship, authorship, identify, type Identity, type Signature } from './identity.ts'
import { isMailmapMissing, openMailmap } from './mailmap.ts'
import type { GitRepository } from './open-repository.ts'
import type { LoggedCommit } from './parse-log.ts'
import { readBoundary } from './read-boundary.ts'
import { type LogRange, readLog, type ReadingReport } from './read-log.ts'
import { type Message, readMessage } from './read-message.ts'
import { readRecordedTime } from './recorded-time.ts'

export interface ReadCommitsOptions extends LogRange {
  /** Turns the canonical form of a person's address into the key under which the person is kept. */
  readonly identityKey: (canonical: string) => string
  /** Further entries of the workspace's list of bots, as in `listedBots`. */
  readonly bots?: readonly string[]
}

/** Commits as they arrive; `report` is complete when the last one has. */
export interface CommitReading extends AsyncIterable<ReadCommit> {
  readonly report: Readonly<ReadingReport>
}

/**
 * Reads the commits that `head` reaches and `known` does not, parents before children, so that whatever was taken in
 * before a stop is closed under ancestors. Refuses when git fails, commits are missing or the repository has gone.
 */
export function readCommits(repository: GitRepository, options: ReadCommitsOptions): CommitReading {
  for (const hash of [options.head, ...options.known]) checkHash(hash)
  const report: ReadingReport = {
    unreadable: [],
    withoutRenames: [],
    renamesOff: false,
    mailmapMissing: false,
  }
  return { report, [Symbol.asyncIterator]: () => readFacts(repository, options, report) }
}

async function* readFacts(
  repository: GitRepository,
  options: ReadCommitsOptions,
  report: ReadingReport,
): AsyncGenerator<ReadCommit> {
  const boundary = new Set(await readBoundary(repository))
  report.mailmapMissing = await isMailmapMissing(repository)
  const config = report.mailmapMissing ? ['mailmap.blob='] : []
  const people = openPeople(repository, options, config)
  try {
    for await (const commits of readLog(repository, options, report, config)) {
      const messages = commits.map((commit) => readMessage(commit.message))
      await people.mapTrailers(messages.flatMap((message) => message.coauthors))
      for (const [at, commit] of commits.entries()) {
        const message = messages[at] ?? readMessage('')
        yield toFact(
          commit,
          message,
          people.of(commit, message),
          (one) => people.keyOf(one),
          boundary.has(commit.hash),
        )
      }
    }
  } finally {
    people.close()
  }
}

function toFact(
  commit: LoggedCommit,
  message: Message,
  { author, coauthors, bot, assisted }: Authorship,
  keyOf: (person: Identity) => string,
  isBoundary: boolean,
): ReadCommit {
  const authored = readRecordedTime(commit.authorDate)
  const committed = readRecordedTime(commit.committerDate)
  return {
    hash: commit.hash,
    parents: commit.parents === '' ? [] : commit.parents.split(' '),
    author: keyOf(author),
    coauthors: coauthors.map(keyOf),
    bot,
    assisted,
    // Where one of the two dates is unreadable the other is nearest to the truth; git itself shows 1970 for both.
    authoredAt: (authored ?? committed)?.instant ?? 0,
    authorOffset: authored?.offset ?? null,
    committedAt: (committed ?? authored)?.instant ?? 0,
    subject: message.subject,
    kind: message.kind,
    reverts: message.reverts,
    recordKeys: message.recordKeys,
    trailerKeys: message.trailerKeys,
    // Git shows all files of a shallow clone's oldest commits as added there: nobody made them in that commit.
    changes: isBoundary ? [] : commit.changes,
  }
}

/** Tells people apart; each distinct signature is looked at once. */
function openPeople(repository: GitRepository, options: ReadCommitsOptions, config: readonly string[]) {
  const mailmap = openMailmap(repository, options.signal ? { config, signal: options.signal } : { config })
  const identities = new Map<string, Identity>()
  const trailers = new Map<string, Signature>()
  const keys = new Map<string, string>()

  function identityOf(signature: Signature): Identity {
    const text = signatureText(signature)
    const known = identities.get(text)
    if (known) return known
    const identity = identify(signature, options.bots)
    identities.set(text, identity)
    return identity
  }

  return {
    async mapTrailers(signatures: readonly Signature[]) {
      const unknown = signatures.filter((signature) => !trailers.has(signatureText(signature)))
      const open = new Map(unknown.map((signature) => [signatureText(signature), signature]))
      if (open.size === 0) return
      const mapped = await mailmap.map([...open.values()])
      for (const [at, text] of [...open.keys()].entries())
        trailers.set(text, mapped[at] ?? { name: '', address: '' })
    },
    of(commit: LoggedCommit, message: Message): Authorship {
      return authorship(
        identityOf(readSignature(commit.authorName, commit.authorAddress)),
        identityOf(readSignature(commit.committerName, commit.committerAddress)),
        message.coauthors.map((one) => identityOf(trailers.get(signatureText(one)) ?? one)),
      )
    },
    keyOf({ canonical }: Identity): string {
      const known = keys.get(canonical)
      if (known !== undefined) return known
      const key = options.identityKey(canonical)
      keys.set(canonical, key)
      return key
    },
    close: () => mailmap.close(),
  }
}

/** Git leaves its own placeholders standing where a commit's author line cannot be read. */
function readSignature(name: string, address: string): Signature {
  return /^%[ac]N$/.test(name) ? { name: '', address: '' } : { name, address }
}

function signatureText({ name, address }: Signature): string {
  return `${name}\0${address}`
}

function checkHash(hash: string) {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(hash)) return
  throw new Refusal(
    'invalid',
    {
      en: `${hash} is not the full hash of a commit.`,
      de: `${hash} ist nicht der vollständige Hash eines Commits.`,
    },
    { en: 'Give all 40 or 64 digits.', de: 'Gib alle 40 oder 64 Stellen an.' },
  )
}
