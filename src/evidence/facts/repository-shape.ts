import type { Selectable } from 'kysely'
import type { OperationContext } from '#kernel'
import { countHistory } from '../history/count-history.ts'
import { iso } from '../measures/figure-shape.ts'
import type { RepositoryShape } from '../shape.ts'
import { loadEvidenceOf, type LoadedEvidence } from './load-evidence.ts'
import { scanShape } from './scan-state.ts'
import type { RepositoryTable } from './tables.ts'

/** What is known of a repository, and where its scan stands. Before the first reading is complete the counts are 0. */
export async function loadRepositoryShape(
  context: OperationContext,
  repository: Selectable<RepositoryTable>,
): Promise<RepositoryShape> {
  const loaded = repository.current_reading === null ? null : await loadEvidenceOf(context, repository)
  return {
    id: repository.id,
    name: repository.name,
    source: repository.source,
    ...(loaded ? known(loaded) : unknown),
    generation: repository.generation,
    scan: scanShape(context.clock().getTime(), repository.id, repository.scan),
  }
}

const unknown = {
  head: null,
  branch: null,
  shallow: false,
  boundaryCommits: 0,
  partial: false,
  unreadable: [],
  commits: 0,
  merges: 0,
  people: 0,
  bots: 0,
  firstCommitAt: null,
  lastCommitAt: null,
  releases: 0,
  files: 0,
  scannedAt: null,
} as const

function known({
  evidence,
  reading,
}: LoadedEvidence): Omit<RepositoryShape, 'id' | 'name' | 'source' | 'generation' | 'scan'> {
  const { history } = evidence
  const { merges, people, bots, firstCommitAt, lastCommitAt } = countHistory(history)
  return {
    head: reading.head,
    branch: reading.branch,
    shallow: reading.shallow,
    boundaryCommits: reading.boundary_commits,
    partial: reading.partial,
    unreadable: reading.unreadable,
    commits: history.length,
    merges,
    people,
    bots,
    firstCommitAt: firstCommitAt === null ? null : iso(firstCommitAt),
    lastCommitAt: lastCommitAt === null ? null : iso(lastCommitAt),
    releases: evidence.releases.length,
    files: history.filesAtHead.length,
    scannedAt: reading.read_at && reading.read_at.toISOString(),
  }
}
