import type { Transaction } from 'kysely'
import { Refusal } from '#kernel'
import type { Tables } from '#kernel'

/** The repository of this id in the workspace; refuses with `not-found`. */
export async function findRepository(transaction: Transaction<Tables>, workspaceId: string, id: string) {
  const repository = await transaction
    .selectFrom('repository')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (repository) return repository
  throw new Refusal(
    'not-found',
    `There is no repository ${id}.`,
    'Look at the list of repositories for its id.',
  )
}
