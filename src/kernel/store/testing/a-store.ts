import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Migrations } from '../migrate.ts'
import { openStore, type Store, type StoreLocation } from '../open-store.ts'

/** Both engines, for suites that run on each: `describe.each(engines)`. */
export const engines = ['pglite', 'postgresql'] as const

export type EngineName = (typeof engines)[number]

/** A new store of its own; closing it removes it. */
export async function aStore(engine: EngineName = 'pglite', migrations: Migrations = {}): Promise<Store> {
  const place = await aPlace(engine)
  const store = await openStore(place.location, { migrations, image: inject('databaseImage') })
  return {
    ...store,
    async close() {
      await store.close()
      await place.remove()
    },
  }
}

/** A place for a store, to be opened more than once. */
export interface Place {
  readonly location: StoreLocation
  /** The folder of the key and, on PGlite, of the database. */
  readonly folder: string
  remove(): Promise<void>
}

/** A new folder and, on PostgreSQL, a new database. */
export async function aPlace(engine: EngineName): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-store-'))
  const removeFolder = async () => rmSync(folder, { recursive: true, force: true })
  if (engine === 'pglite') return { location: { folder }, folder, remove: removeFolder }
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(`create database ${name}`)
  return {
    location: { url: inject('postgresqlUrl').replace('/postgres?', `/${name}?`), folder },
    folder,
    async remove() {
      await onServer(`drop database ${name} with (force)`)
      await removeFolder()
    },
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresqlUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
