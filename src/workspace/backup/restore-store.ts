import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#kernel/operation/refusal.ts'
import { knownMigrations, type Migrations } from '#kernel/store/migrate.ts'
import { openStore, type Store, type StoreLocation } from '#kernel/store/open-store.ts'
import { loadBackup } from './load-backup.ts'
import type { Blanks } from './dump-tables.ts'
import { readBackup } from './read-backup.ts'
import { unseal } from './sealed-file.ts'

/** What a backup is read with: the migrations that are known, the image of a new folder, and what a backup leaves blank. */
export interface RestoreOptions {
  readonly migrations: Migrations
  readonly blanks: Blanks
  readonly image?: string | null
  /** Folder that a backup is tried in; that of the system for what is passing unless said. */
  readonly scratch?: string
}

/**
 * Opens a new store with what a backup holds, then goes through the migrations that came after it. The location must
 * hold no database yet.
 */
export async function restoreStore(
  location: StoreLocation,
  file: string,
  secret: string,
  { migrations, blanks, image, stays = false }: RestoreOptions & { readonly stays?: boolean },
): Promise<Store> {
  // Once to its end before anything is made: of a file that was altered or cut off nothing is ever used.
  const pieces = unseal(file, secret)
  while (!(await pieces.next()).done) continue
  const backup = await readBackup(file, secret)
  const known = knownMigrations(migrations)
  const newer = backup.start.migrations.find((name) => !known.includes(name))
  if (newer !== undefined) throw ofNewerVersion(file, newer)
  const isOlder = backup.start.migrations.length < known.length
  return openStore(location, {
    migrations,
    // The image has gone through all migrations there are; an older backup wants the database of its time.
    ...(isOlder ? { image: null } : image === undefined ? {} : { image }),
    fill: {
      migrations: backup.start.migrations,
      with: (database, key) => loadBackup(database, key, backup, blanks),
      stays,
    },
  })
}

/**
 * Restores a backup, in the form it has, into a database that exists for this alone, and throws where that does not give
 * all of it back.
 */
export async function verifyBackup(file: string, secret: string, options: RestoreOptions): Promise<void> {
  const folder = mkdtempSync(join(options.scratch ?? tmpdir(), 'leitstand-verify-'))
  try {
    const store = await restoreStore({ folder }, file, secret, { ...options, stays: true })
    await store.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function ofNewerVersion(file: string, migration: string): Refusal {
  return new Refusal(
    'conflict',
    {
      en: `The backup ${file} is of a newer version: its database went through ${migration.slice(0, 80)}, which this one does not know.`,
      de: `Die Sicherung ${file} ist von einer neueren Version: Ihre Datenbank kennt ${migration.slice(0, 80)}, diese Version nicht.`,
    },
    { en: 'Restore it with the newer version.', de: 'Spiele sie mit der neueren Version ein.' },
  )
}
