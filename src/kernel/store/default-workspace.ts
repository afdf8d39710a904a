import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { genesisHash } from '../audit/chain.ts'
import { Refusal } from '../operation/refusal.ts'
import type { Tables } from './tables.ts'
import { checkOfKey } from './workspace-key.ts'

/** Finds or creates the one workspace, and refuses a key it was not made with; gives the workspace's id. */
export async function openDefaultWorkspace(database: Kysely<Tables>, key: Buffer): Promise<string> {
  const found = (await readWorkspace(database)) ?? (await createWorkspace(database, key))
  if (found.key_check === checkOfKey(key)) return found.id
  throw new Refusal(
    'conflict',
    {
      en: 'The workspace key is not the one this database was made with.',
      de: 'Der Schlüssel des Arbeitsbereichs ist nicht der, mit dem diese Datenbank angelegt wurde.',
    },
    {
      en: 'Put the right workspace.key back into the data folder, or set LEITSTAND_WORKSPACE_KEY.',
      de: 'Lege die richtige Datei workspace.key in den Datenordner zurück, oder setze LEITSTAND_WORKSPACE_KEY.',
    },
  )
}

async function readWorkspace(database: Kysely<Tables>) {
  return database.selectFrom('workspace').select(['id', 'key_check']).orderBy('created_at').executeTakeFirst()
}

async function createWorkspace(database: Kysely<Tables>, key: Buffer) {
  return database.transaction().execute(async (transaction) => {
    // Of two processes that start on a new database at once, the second waits here and finds the first one's row.
    await sql`lock table workspace in exclusive mode`.execute(transaction)
    const other = await readWorkspace(transaction)
    if (other !== undefined) return other
    const workspace = { id: randomUUID(), name: 'default', key_check: checkOfKey(key) }
    await transaction.insertInto('workspace').values(workspace).execute()
    await transaction
      .insertInto('audit_head')
      .values({ workspace_id: workspace.id, seq: 0, hash: genesisHash(workspace.id) })
      .execute()
    return workspace
  })
}
