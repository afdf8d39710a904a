import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { unpackImage } from './database-image.ts'

/** The file whose presence makes a folder a database; PostgreSQL writes it in initdb. */
const VERSION_FILE = 'PG_VERSION'

interface Closable {
  close(): Promise<void>
}

/**
 * Makes `folder` a database if it is none yet: from the image when there is one, else by initdb, which opening does.
 * Both work in a sibling that is renamed when whole, so what a killed process left half done is never taken for a database.
 */
export async function prepareFolder(
  folder: string,
  image: string | null,
  openDatabase: (folder: string) => Promise<Closable>,
): Promise<void> {
  removeLeftovers(folder)
  if (existsSync(join(folder, VERSION_FILE))) return
  const sibling = `${folder}.preparing-${process.pid}`
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  if (image !== null && existsSync(image)) unpackImage(readFileSync(image), sibling)
  else {
    mkdirSync(sibling, { mode: 0o700 })
    const database = await openDatabase(sibling)
    await database.close()
  }
  renameSync(sibling, folder)
}

function removeLeftovers(folder: string): void {
  const parent = dirname(folder)
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(folder)}.preparing-`))
      rmSync(join(parent, name), { recursive: true, force: true })
  }
}
