import { join } from 'node:path'
import { sql } from 'kysely'
import { startJobs } from '../../jobs/start-jobs.ts'
import { createKernel } from '../../operation/kernel.ts'
import type { Migrations } from '../migrate.ts'
import { openStore, type Store } from '../open-store.ts'
import { writeImage } from './database-image.ts'

/** Makes a database in the empty `folder`, with all tables and no workspace, and writes its image to `file`. */
export async function buildDatabaseImage(
  folder: string,
  migrations: Migrations,
  file: string,
): Promise<void> {
  const store = await openStore({ folder }, { migrations, image: null })
  try {
    await makeJobTables(store)
    await sql`truncate audit_head, audit, workspace cascade`.execute(store.database)
    await dropTemplates(store)
    await store.maintain()
  } finally {
    await store.close()
  }
  writeImage(join(folder, 'database'), file)
}

async function makeJobTables(store: Store): Promise<void> {
  const kernel = createKernel({
    store,
    log: ({ error }) => {
      throw error
    },
  })
  const jobs = startJobs(kernel, [])
  await jobs.ready
  await jobs.stop()
}

/** Two thirds of a new database are templates for further ones, which nothing here ever creates. */
async function dropTemplates(store: Store): Promise<void> {
  await store.run("update pg_database set datistemplate = false where datname like 'template%'")
  for (const template of ['template0', 'template1']) await store.run(`drop database ${template}`)
}
