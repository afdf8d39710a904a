import { fileURLToPath } from 'node:url'
import { resolve } from 'node:path'
import { Kysely, type Transaction } from 'kysely'
import { Refusal } from '../operation/refusal.ts'
import { ensureDataFolder, folderRefusal } from './data-folder.ts'
import { openDefaultWorkspace } from './default-workspace.ts'
import type { Engine } from './engine.ts'
import { guardedDialect } from './guarded-dialect.ts'
import { maintenance } from './maintenance.ts'
import { migrate, type BeforeUpgrade, type Migrations } from './migrate.ts'
import { lockFolder, type FolderLock } from './pglite/folder-lock.ts'
import { openPglite } from './pglite/pglite-engine.ts'
import { openPostgresql } from './postgresql/postgresql-engine.ts'
import type { Tables } from './tables.ts'
import { loadWorkspaceKey } from './workspace-key.ts'

/** Where the data is: a folder with the embedded database, or the address of a PostgreSQL (with a folder for the key). */
export type StoreLocation = { readonly folder: string } | { readonly url: string; readonly folder?: string }

/** What a store is opened with: other parts' migrations, and the prepared image of a new folder (null for none). */
export interface StoreOptions {
  readonly migrations?: Migrations
  readonly image?: string | null
  /** Fills a new database, migrated as far as said, before anything else is done with it. */
  readonly fill?: {
    readonly migrations: readonly string[]
    readonly with: (database: Kysely<Tables>, key: Buffer) => Promise<void>
    /** Leaves the database in the form it was filled in, for whoever only tries what it is filled with. */
    readonly stays?: boolean
  }
  /** Done before a database of an older version is brought to the form of this one. */
  readonly beforeUpgrade?: BeforeUpgrade
}

/** The open database of one workspace. */
export interface Store {
  readonly kind: 'pglite' | 'postgresql'
  /** The address of the PostgreSQL, null for the embedded database. */
  readonly url: string | null
  /** For reading outside operations; throws inside one. */
  readonly database: Kysely<Tables>
  readonly workspaceId: string
  /** The secret under which addresses are hashed; never stored in the database. */
  readonly workspaceKey: Buffer
  /** Runs `work` in one transaction, for facts that no person writes; throws inside an operation. */
  transaction<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Runs SQL text as it is in a session of its own, for libraries with tables of their own. */
  run(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>
  /** Flushes the log and refreshes the planner's figures as soon as nobody wants the database; worth it after every large ingest, for the embedded one does neither by itself. */
  maintain(): Promise<void>
  close(): Promise<void>
}

/** Opens the store, creating and migrating it as needed; refuses a folder that is in use, unwritable or on a full disk. */
export async function openStore(location: StoreLocation, options: StoreOptions = {}): Promise<Store> {
  if ('url' in location) return openRemote(location, options)
  const folder = resolve(location.folder)
  ensureDataFolder(folder)
  let lock: FolderLock | undefined
  try {
    lock = lockFolder(folder)
    const key = loadWorkspaceKey(folder)
    const image = options.image === undefined ? builtImage() : options.image
    const engine = await openPglite(folder, image)
    return await openOn(engine, { url: null, key, options, lock })
  } catch (error) {
    lock?.release()
    throw error instanceof Refusal ? error : (folderRefusal(folder, error) ?? error)
  }
}

async function openRemote(location: { url: string; folder?: string }, options: StoreOptions): Promise<Store> {
  if (location.folder !== undefined) ensureDataFolder(location.folder)
  const key = loadWorkspaceKey(location.folder)
  const engine = await openPostgresql(location.url)
  return openOn(engine, { url: location.url, key, options })
}

interface Opening {
  readonly url: string | null
  readonly key: Buffer
  readonly options: StoreOptions
  readonly lock?: FolderLock
}

async function openOn(engine: Engine, { url, key, options, lock }: Opening): Promise<Store> {
  try {
    const database = new Kysely<Tables>({ dialect: guardedDialect(engine.dialect) })
    const { fill, migrations = {}, beforeUpgrade } = options
    if (fill) {
      await migrate(database, migrations, { only: fill.migrations })
      await fill.with(database, key)
    }
    if (!fill?.stays)
      await migrate(database, migrations, beforeUpgrade && !fill ? { before: beforeUpgrade } : {})
    const workspaceId = await openDefaultWorkspace(database, key)
    const upkeep = maintenance(engine)
    return {
      kind: engine.kind,
      url,
      database,
      workspaceId,
      workspaceKey: key,
      transaction: async (work) => database.transaction().execute(work),
      run: async (text, values) => engine.run(text, values),
      maintain: () => upkeep.ask(),
      async close() {
        await upkeep.stop()
        await engine.close()
        lock?.release()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** The image that the build leaves beside the bundle, or under dist when the sources run as they stand. */
function builtImage(): string {
  const path = import.meta.url.endsWith('.ts') ? '../../../dist/database/image.zst' : '../database/image.zst'
  return fileURLToPath(new URL(path, import.meta.url))
}
