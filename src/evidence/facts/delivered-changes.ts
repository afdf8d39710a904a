import { sql } from 'kysely'
import type { OperationContext } from '#kernel'
import type { Evidence } from '../measures/evidence.ts'
import { investmentKind, type InvestmentKind } from '../measures/investment-kind.ts'
import { oncePerParts } from '../measures/once-per-parts.ts'
import { commitsOfDelivered, filesOfDelivered, isDeliveredByBots } from '../measures/scope-changes.ts'
import { isWithin } from '../measures/windows.ts'
import { loadEvidence, type LoadedEvidence } from './load-evidence.ts'

/** The name of a record in a commit, and where it stood. */
export interface NamedRecord {
  readonly key: string
  readonly way: 'message' | 'branch' | 'trailer'
}

/** What arrived on the main line of a repository at once: a merge with all it brought, a squash, or a direct commit. */
export interface DeliveredChange {
  readonly repository: { readonly id: string; readonly name: string }
  readonly hash: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** What it was made for, as far as git alone tells. */
  readonly kind: InvestmentKind
  readonly byBots: boolean
  /** Names of the components that it touched. */
  readonly components: readonly string[]
  /** Latest known paths of the files that it touched. */
  readonly paths: readonly string[]
  /** What may be keys of records, each once; of several ways the first. */
  readonly named: readonly NamedRecord[]
}

/** Delivered changes of all repositories, and how far they reach. */
export interface DeliveredChanges {
  /** Oldest first. Nothing in them names a person. */
  readonly changes: readonly DeliveredChange[]
  readonly repositories: readonly {
    readonly id: string
    readonly name: string
    /** Milliseconds since 1970 of the first commit; null for an empty history. */
    readonly since: number | null
  }[]
  /** Names of repositories that have not been read to the end yet. */
  readonly unread: readonly string[]
}

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'clock'>

/** What was delivered in the half-open window, from every repository of the workspace. */
export async function deliveredChanges(
  reader: Reader,
  window: { readonly from: number; readonly to: number },
): Promise<DeliveredChanges> {
  const rows = await reader.transaction
    .selectFrom('repository')
    .select(['id', 'name', 'current_reading'])
    .where('workspace_id', '=', reader.workspaceId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const read = rows.filter(({ current_reading: reading }) => reading !== null)
  const changes: DeliveredChange[] = []
  const repositories = []
  for (const { id, name } of read) {
    const loaded = await loadEvidence(reader, id)
    const { history } = loaded.evidence
    changes.push(...(await changesOf(reader, { id, name }, loaded, window)))
    repositories.push({ id, name, since: history.length === 0 ? null : (history.committedAt[0] ?? null) })
  }
  return {
    changes: changes.sort((a, b) => a.at - b.at || (a.hash < b.hash ? -1 : 1)),
    repositories,
    unread: rows.filter(({ current_reading: reading }) => reading === null).map(({ name }) => name),
  }
}

async function changesOf(
  reader: Reader,
  repository: DeliveredChange['repository'],
  loaded: LoadedEvidence,
  window: { readonly from: number; readonly to: number },
): Promise<DeliveredChange[]> {
  const { evidence } = loaded
  const { history } = evidence
  const named = await namesByCommit(reader, loaded)
  const known = knownChanges(evidence)
  return Array.from(history.delivered).flatMap((delivered) => {
    const at = history.committedAt[delivered] ?? Number.NaN
    if (!isWithin(window, at)) return []
    const change = known.get(delivered) ?? read(evidence, delivered)
    known.set(delivered, change)
    return [{ ...change, repository, at, named: namesIn(evidence, delivered, named) }]
  })
}

type ReadChange = Omit<DeliveredChange, 'repository' | 'at' | 'named'>

/** What was read of a change stays as it is for as long as its history and its components do. */
const knownChanges = oncePerParts(['components', 'componentOf'], () => new Map<number, ReadChange>())

function read(evidence: Evidence, delivered: number): ReadChange {
  const { history } = evidence
  const files = [...filesOfDelivered(evidence, delivered)]
  return {
    hash: history.hashes[delivered] ?? '',
    kind: investmentKind(evidence, delivered),
    byBots: isDeliveredByBots(evidence, delivered),
    components: componentsOf(evidence, files),
    paths: files.map((file) => history.files[file] ?? ''),
  }
}

function componentsOf({ components, componentOf }: Evidence, files: readonly number[]): string[] {
  const found = new Set(files.map((file) => componentOf[file] ?? -1))
  return [...found].flatMap((component) => components[component]?.name ?? [])
}

/** Commits that name something are few; only they are read. */
async function namesByCommit(
  { transaction }: Reader,
  { key }: LoadedEvidence,
): Promise<ReadonlyMap<string, readonly NamedRecord[]>> {
  const { rows } = await sql<{
    hash: string
    subject: string
    record_keys: readonly string[]
    trailer_keys: readonly string[]
  }>`select hash, subject, record_keys, trailer_keys from git_commit
    where workspace_id = ${key.workspace_id} and repository_id = ${key.repository_id} and reading = ${key.reading}
      and cardinality(record_keys) > 0 and reachable`.execute(transaction)
  return new Map(
    rows.map(({ hash, subject, record_keys: keys, trailer_keys: inTrailers }) => [
      hash,
      keys.map((each): NamedRecord => ({
        key: each,
        way: inTrailers.includes(each) ? 'trailer' : subject.startsWith('Merge ') ? 'branch' : 'message',
      })),
    ]),
  )
}

const ways = ['message', 'branch', 'trailer'] as const

function namesIn(
  evidence: Evidence,
  delivered: number,
  named: ReadonlyMap<string, readonly NamedRecord[]>,
): NamedRecord[] {
  if (named.size === 0) return []
  const all = Array.from(
    commitsOfDelivered(evidence, delivered),
    (commit) => named.get(evidence.history.hashes[commit] ?? '') ?? [],
  ).flat()
  const first = new Map<string, NamedRecord>()
  for (const way of ways)
    for (const one of all) if (one.way === way && !first.has(one.key)) first.set(one.key, one)
  return [...first.values()]
}
