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
  throw noRepository(id)
}

/** What is said of an id that no repository of the workspace has. */
export function noRepository(id: string): Refusal {
  return new Refusal(
    'not-found',
    { en: `There is no repository ${id}.`, de: `Es gibt kein Repository ${id}.` },
    {
      en: 'Look at the list of repositories for its id.',
      de: 'Sieh in der Liste der Repositorys nach seiner Kennung.',
    },
  )
}
