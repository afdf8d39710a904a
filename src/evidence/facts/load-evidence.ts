import type { Kysely, Selectable } from 'kysely'
import { Refusal, type Clock, type Kernel, type OperationContext, type Tables } from '#kernel'
import { evidenceInSteps } from '../git/assemble-evidence.ts'
import type { CommitStore } from '../history/commit-columns.ts'
import type { History } from '../history/history.ts'
import type { Indentation } from '../git/indentation.ts'
import { joinReleases, type RawRelease } from '../git/read-releases.ts'
import type { Evidence, LineCounts } from '../measures/evidence.ts'
import { inOneGo, type Steps } from '../history/steps.ts'
import { inSlices } from './in-slices.ts'
import { keepNewest } from './keep-newest.ts'
import { loadCommits } from './load-commits.ts'
import { loadCatalogue, loadFiles, loadSurvival, loadTags } from './load-files.ts'
import { loadLines, noLines, type ChangeLines } from './load-lines.ts'
import { forgetCommits, rememberedCommits, rememberedHistory } from './remembered-commits.ts'
import type { ReadingKey } from './reading-key.ts'
import type { ReadingTable, RepositoryTable } from './tables.ts'

export interface LoadedEvidence {
  readonly repository: Selectable<RepositoryTable>
  readonly reading: Selectable<ReadingTable>
  readonly key: ReadingKey
  /** The commits that the history is made of, in the order of their numbers. */
  readonly columns: CommitStore
  readonly evidence: Evidence
}

type Operation = Pick<OperationContext, 'transaction' | 'workspaceId' | 'clock'>

interface Reader {
  readonly database: Kysely<Tables>
  readonly workspaceId: string
  readonly clock: Clock
  /** Whether others may write between two statements. */
  readonly isInPieces: boolean
}

interface Remembered {
  readonly key: ReadingKey
  readonly lines: ChangeLines
  readonly survival: Survival
  readonly generation: number
  readonly loaded: LoadedEvidence
  /** Instant of the first release that is dated after as-of, by a clock that runs ahead; infinite without one. */
  readonly nextRelease: number
}

/** What became of added lines, as it was followed up to a head. */
interface Survival {
  readonly head: string | null
  readonly rows: Awaited<ReturnType<typeof loadSurvival>>
}

const minute = 60_000
// By repository: what a process has loaded is read on from, and can be loaded again at any time.
const remembered = new Map<string, Remembered>()

/**
 * What is known of a repository as of this minute, or of its last reading where that is later: what was just read must
 * not wait for the minute to end. Refuses one that is not there or was never read to the end.
 */
export async function loadEvidence(
  { transaction, workspaceId, clock }: Operation,
  repositoryId: string,
): Promise<LoadedEvidence> {
  return load({ database: transaction, workspaceId, clock, isInPieces: false }, repositoryId)
}

async function load(reader: Reader, repositoryId: string): Promise<LoadedEvidence> {
  const repository = await reader.database
    .selectFrom('repository')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where('id', '=', repositoryId)
    .executeTakeFirst()
  if (repository) return loadEvidenceOf(reader, repository)
  throw new Refusal(
    'not-found',
    { en: `There is no repository ${repositoryId}.`, de: `Es gibt kein Repository ${repositoryId}.` },
    {
      en: 'Look at the list of repositories for its id.',
      de: 'Sieh in der Liste der Repositorys nach seiner Kennung.',
    },
  )
}

/** The same for a repository whose row is at hand. */
async function loadEvidenceOf(
  reader: Reader,
  repository: Selectable<RepositoryTable>,
): Promise<LoadedEvidence> {
  const { current_reading: reading } = repository
  if (reading === null) {
    throw new Refusal(
      'conflict',
      {
        en: `The repository ${repository.name} has not been read to the end yet.`,
        de: `Das Repository ${repository.name} ist noch nicht zu Ende gelesen.`,
      },
      {
        en: 'Wait for its first scan; the list of repositories says how far it is.',
        de: 'Warte seinen ersten Scan ab; wie weit er ist, sagt die Liste der Repositorys.',
      },
    )
  }
  const key = { workspace_id: reader.workspaceId, repository_id: repository.id, reading }
  const known = remembered.get(repository.id)
  const before = known?.key.reading === reading ? known : undefined
  if (before?.generation !== repository.generation) return loadAnew(reader, repository, key, before)
  const asOf = asOfNow(reader, before.loaded.reading)
  if (asOf >= before.nextRelease) return loadAnew(reader, repository, key, before)
  const { evidence } = before.loaded
  const loaded = {
    ...before.loaded,
    repository,
    evidence: evidence.asOf === asOf ? evidence : { ...evidence, asOf },
  }
  keepNewest(remembered, repository.id, { ...before, loaded })
  return loaded
}

function asOfNow({ clock }: Pick<Reader, 'clock'>, { read_at: readAt }: Selectable<ReadingTable>): number {
  const thisMinute = Math.floor(clock().getTime() / minute) * minute
  // Git tells whole seconds, so what it read lies before or in the second of the reading.
  return Math.max(thisMinute, Math.floor((readAt?.getTime() ?? 0) / 1000) * 1000)
}

/** Frees what this process remembers of a repository that was removed. */
export function forgetEvidence(repositoryId: string): void {
  remembered.delete(repositoryId)
  forgetCommits(repositoryId)
}

/** The same outside an operation, for the jobs that gather: in pieces, between which others get at the database. */
export async function loadOutside(kernel: Kernel, repositoryId: string): Promise<LoadedEvidence> {
  const { store, clock } = kernel
  return load(
    { database: store.database, clock, workspaceId: store.workspaceId, isInPieces: true },
    repositoryId,
  )
}

async function loadAnew(
  reader: Reader,
  repository: Selectable<RepositoryTable>,
  key: ReadingKey,
  before: Remembered | undefined,
): Promise<LoadedEvidence> {
  const { database } = reader
  const columns = rememberedCommits(key)
  await loadCommits(database, key, columns)
  const lines = await loadLines(database, key, columns, before?.lines ?? noLines, before?.generation ?? -1)
  const reading = await database
    .selectFrom('git_reading')
    .selectAll()
    .where((each) => each.and({ ...key }))
    .executeTakeFirst()
  const files = await loadFiles(database, key, reading?.tree ?? 0)
  const catalogue = await loadCatalogue(database, key)
  const survival = await survivalUpTo(database, key, reading, before?.survival)
  const releases = await loadTags(database, key)
  // Of one instant: where somebody showed something else meanwhile, all is read again.
  if (!(await isStillShown(reader, repository))) return load(reader, repository.id)
  if (!reading) throw new Error(`The reading ${key.reading} of ${repository.id} is shown and not there.`)
  const calculate = async <Result>(steps: Steps<Result>) =>
    reader.isInPieces ? inSlices(steps) : inOneGo(steps)
  const history = await calculate(rememberedHistory(key, columns, reading.head, files))
  const asOf = asOfNow(reader, reading)
  const lineFacts = reading.lines_head === null ? null : await calculate(lineCounts(history, lines, survival))
  const parts = {
    repository: repository.name,
    asOf,
    history,
    tree: files,
    releases,
    components: catalogue.length > 0 ? catalogue : reading.components,
    generated: reading.generated,
    boundaryCommits: reading.boundary_commits,
    // What nobody has looked at is not known to be empty.
    contents: reading.contents_read ? contentsOf(files) : null,
    lines: lineFacts,
  }
  const evidence = await calculate(evidenceInSteps(parts))
  const loaded = { repository, reading, key, columns, evidence }
  keepNewest(remembered, repository.id, {
    key,
    lines,
    survival,
    generation: repository.generation,
    loaded,
    nextRelease: nextRelease(releases, history, asOf),
  })
  return loaded
}

async function isStillShown(
  { database, isInPieces, workspaceId }: Reader,
  { id, generation }: Selectable<RepositoryTable>,
): Promise<boolean> {
  if (!isInPieces) return true
  const row = await database
    .selectFrom('repository')
    .select('generation')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.generation === generation
}

function nextRelease(releases: readonly RawRelease[], history: History, asOf: number): number {
  const later = joinReleases(releases, history, Number.POSITIVE_INFINITY).find(({ at }) => at > asOf)
  return later?.at ?? Number.POSITIVE_INFINITY
}

function contentsOf(files: Awaited<ReturnType<typeof loadFiles>>): Map<string, Indentation> {
  const contents = new Map<string, Indentation>()
  for (const { blob, complexity, lines } of files) {
    if (complexity !== null && lines !== null && complexity >= 0) contents.set(blob, { complexity, lines })
  }
  return contents
}

/** Thousands of rows, which a commit more leaves as they are until its lines were followed, too. */
async function survivalUpTo(
  database: Kysely<Tables>,
  key: ReadingKey,
  reading: Selectable<ReadingTable> | undefined,
  before: Survival | undefined,
): Promise<Survival> {
  const head = reading?.lines_head ?? null
  if (before?.head === head) return before
  return { head, rows: head === null ? [] : await loadSurvival(database, key, reading?.survival ?? null) }
}

function* lineCounts(
  history: History,
  { added, deleted }: ChangeLines,
  { rows }: Survival,
): Steps<LineCounts> {
  const commits = new Map(history.hashes.map((hash, index) => [hash, index]))
  yield
  const files = new Map(history.files.map((path, index) => [path, index]))
  yield
  const survival = rows.flatMap((row) => {
    const commit = commits.get(row.commit)
    const file = files.get(row.path)
    if (commit === undefined || file === undefined) return []
    return [{ commit, file, added: row.added, deletedSoon: row.deleted_soon, skewed: row.skewed }]
  })
  return { added, deleted, survival }
}
