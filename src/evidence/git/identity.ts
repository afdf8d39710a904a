import { isAgent, isAgentsMark } from './agents.ts'
import { isBot } from './bots.ts'

/** A name and an address as git tells them after the mailmap. */
export interface Signature {
  readonly name: string
  readonly address: string
}

/** What kind of author a signature is, and the text that is equal for two signatures of one person. */
export interface Identity {
  readonly kind: 'human' | 'bot' | 'agent'
  /** Never shown and never kept: only its keyed hash is. */
  readonly canonical: string
  /** True for a human under whose name an agent worked. */
  readonly assisted: boolean
}

/** Who stands behind one commit. */
export interface Authorship {
  readonly author: Identity
  /** Humans other than the author, each once. */
  readonly coauthors: readonly Identity[]
  readonly bot: boolean
  readonly assisted: boolean
}

/** Tells what a signature is; `bots` are the workspace's own entries, as in `listedBots`. */
export function identify({ name, address }: Signature, bots: readonly string[] = []): Identity {
  // Longer ones are no one's, and would only cost time.
  const signature = { name: name.slice(0, 500), address: address.slice(0, 500) }
  const kind = kindOf(signature, bots)
  const canonical = canonicalPerson(signature)
  return {
    kind,
    // A program that commits under a person's address is somebody else than the person.
    canonical: kind === 'human' ? canonical : `${kind}\0${canonical}`,
    assisted: isAgentsMark(signature.name),
  }
}

/**
 * Joins author, committer and co-authors of one commit. The rule: an agent in any of these places marks the commit as
 * assisted and is nobody's co-author. A commit that an agent alone wrote counts for its first human co-author; without
 * one it stays with the agent, which is then kept apart like a bot. Bots are no co-authors either.
 */
export function authorship(author: Identity, committer: Identity, trailers: readonly Identity[]): Authorship {
  const assisted = [author, committer, ...trailers].some((one) => one.kind === 'agent' || one.assisted)
  const humans = distinct(trailers.filter((one) => one.kind === 'human'))
  const first = author.kind === 'agent' ? (humans[0] ?? author) : author
  return {
    author: first,
    coauthors: humans.filter((one) => one.canonical !== first.canonical),
    bot: first.kind !== 'human',
    assisted,
  }
}

/**
 * The address in lower case, a forge's no-reply address without its number, and a name only where the address is
 * nobody's own: two people are never joined by a name they share.
 */
export function canonicalPerson({ name, address }: Signature): string {
  const lower = address.trim().replace(/^<|>$/g, '').toLowerCase()
  if (isNobodys(lower)) return `${lower}\0${name.trim()}`
  const github = /^\d+\+(.+@users\.noreply\..+)$/.exec(lower)
  const gitlab = /^\d+-(.+@users\.noreply\.(?:.+\.)?gitlab\..+)$/.exec(lower)
  return github?.[1] ?? gitlab?.[1] ?? lower
}

function isNobodys(address: string): boolean {
  return (
    address === '' ||
    /^(no-?reply|none|nobody|unknown|null|\(no author\))(@|$)/.test(address) ||
    shared.has(address)
  )
}

/** Addresses out of tutorials and of machines nobody set up. */
const shared = new Set([
  'root@localhost',
  'you@example.com',
  'your@email.com',
  'email@example.com',
  'user@example.com',
])

function kindOf({ name, address }: Signature, bots: readonly string[]): Identity['kind'] {
  if (isAgent(name, address)) return 'agent'
  return isBot(name, address, bots) ? 'bot' : 'human'
}

function distinct(people: readonly Identity[]): Identity[] {
  return [...new Map(people.map((one) => [one.canonical, one])).values()]
}
