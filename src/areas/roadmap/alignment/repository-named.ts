import { Refusal, type OperationContext } from '#kernel'

/** The id of the repository that is called so, or has this id; refuses a name that none has, and one that several have. */
export async function repositoryNamed(
  { transaction, workspaceId }: Pick<OperationContext, 'transaction' | 'workspaceId'>,
  named: string,
): Promise<string> {
  const rows = await transaction
    .selectFrom('repository')
    .select(['id', 'name', 'source'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()
  const byId = rows.find(({ id }) => id === named.toLowerCase())
  const found = byId ? [byId] : rows.filter(({ name }) => name === named)
  const [only, ...more] = found
  if (only === undefined) throw noRepository(named, rows)
  if (more.length > 0) throw several(named, found)
  return only.id
}

function noRepository(named: string, rows: readonly { readonly name: string }[]): Refusal {
  const names = rows.map(({ name }) => name).join(', ')
  return new Refusal(
    'not-found',
    { en: `There is no repository ${named}.`, de: `Es gibt kein Repository ${named}.` },
    names === ''
      ? { en: 'There is none yet. Add one first.', de: 'Es gibt noch keines. Füge zuerst eines hinzu.' }
      : { en: `There are: ${names}.`, de: `Es gibt: ${names}.` },
  )
}

function several(named: string, found: readonly { readonly id: string; readonly source: string }[]): Refusal {
  const which = found.map(({ id, source }) => `${id} (${source})`).join(', ')
  return new Refusal(
    'conflict',
    {
      en: `${found.length} repositories are called ${named}: ${which}.`,
      de: `${found.length} Repositorys heißen ${named}: ${which}.`,
    },
    { en: 'Name the one you mean by its id.', de: 'Nenne das gemeinte mit seiner Kennung.' },
  )
}
