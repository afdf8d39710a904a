import { sql } from 'kysely'
import type { OperationContext } from '#kernel'

/** First lines of the messages of commits, by `repository hash`, from the readings that are shown; without authors. */
export async function subjectsOf(
  { transaction, workspaceId }: Pick<OperationContext, 'transaction' | 'workspaceId'>,
  places: readonly { readonly repository: string; readonly hash: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (places.length === 0) return new Map()
  const { rows } = await sql<{ repository: string; hash: string; subject: string }>`
    select asked.repository, asked.hash, git_commit.subject
    from json_to_recordset(${JSON.stringify(places)}::json) as asked (repository uuid, hash text)
    join repository on repository.workspace_id = ${workspaceId} and repository.id = asked.repository
    join git_commit on git_commit.workspace_id = repository.workspace_id
      and git_commit.repository_id = repository.id and git_commit.reading = repository.current_reading
      and git_commit.hash = asked.hash`.execute(transaction)
  return new Map(rows.map(({ repository, hash, subject }) => [`${repository} ${hash}`, subject]))
}
