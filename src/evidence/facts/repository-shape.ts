import type { Selectable } from 'kysely'
import type { OperationContext } from '#kernel'
import type { Language } from '#kernel/shape.ts'
import { iso } from '../measures/figure-shape.ts'
import type { RepositoryShape } from '../shape.ts'
import { scanShape } from './scan-state.ts'
import type { ReadingTable, RepositoryTable } from './tables.ts'

/** What is known of repositories, and where their scans stand. Before a first reading is complete the counts are 0. */
export async function loadRepositoryShapes(
  { transaction, clock, workspaceId }: Pick<OperationContext, 'transaction' | 'clock' | 'workspaceId'>,
  repositories: readonly Selectable<RepositoryTable>[],
  language: Language,
): Promise<RepositoryShape[]> {
  const readings = await transaction
    .selectFrom('git_reading')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute()
  return repositories.map((repository) => {
    const reading = readings.find(
      (each) => each.repository_id === repository.id && each.reading === repository.current_reading,
    )
    return {
      id: repository.id,
      name: repository.name,
      source: repository.source,
      ...(reading ? known(reading) : unknown),
      generation: repository.generation,
      scan: scanShape(clock().getTime(), repository.id, repository.scan, language),
    }
  })
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

function known(
  reading: Selectable<ReadingTable>,
): Omit<RepositoryShape, 'id' | 'name' | 'source' | 'generation' | 'scan'> {
  const { firstCommitAt = null, lastCommitAt = null, ...counts } = reading.summary ?? {}
  return {
    ...unknown,
    ...counts,
    head: reading.head,
    branch: reading.branch,
    shallow: reading.shallow,
    boundaryCommits: reading.boundary_commits,
    partial: reading.partial,
    unreadable: reading.unreadable.slice(0, 20),
    firstCommitAt: firstCommitAt === null ? null : iso(firstCommitAt),
    lastCommitAt: lastCommitAt === null ? null : iso(lastCommitAt),
    scannedAt: reading.read_at && reading.read_at.toISOString(),
  }
}
