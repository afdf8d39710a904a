import type { Actor } from '#kernel/operation/actor.ts'
import { createKernel, type Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { listLinks } from '#kernel/links/link-operations.ts'
import { recordOperations } from '#kernel/record/record-operations.ts'
import { secret, thing, thingLinks, thingMigrations } from '#kernel/record/testing/a-thing.ts'
import type { Migrations } from '#kernel/store/migrate.ts'
import { aStore, type EngineName } from '#kernel/store/testing/a-store.ts'

const owner: Actor = { kind: 'local' }

/** What can be done with the records of a kernel of things. */
export const things = recordOperations(thing)
/** The same for what only leaders may see. */
export const plans = recordOperations(secret)

/** A kernel with things and secret plans, whose clock goes on by a second with every look. */
export async function aThingKernel(
  engine: EngineName = 'pglite',
  migrations: Migrations = thingMigrations,
): Promise<Kernel> {
  let now = Date.parse('2026-03-01T10:00:00.123Z')
  return createKernel({
    store: await aStore(engine, migrations),
    records: [thing, secret],
    links: thingLinks,
    log: ({ error }) => {
      throw error
    },
    clock: () => new Date((now += 1000)),
  })
}

/** Empties a workspace, so that the next one of many needs no database of its own. */
export async function emptyWorkspace({ store }: Kernel): Promise<void> {
  await store.run(
    'truncate record, record_number, record_version, link, thing, secret_plan, attachment cascade',
  )
}

/** What is to be found in a workspace by the ways that people have. */
export async function everythingIn(kernel: Kernel): Promise<unknown[]> {
  const found: unknown[] = []
  for (const operations of [things, plans]) {
    const { records } = await perform(kernel, operations.list, owner, {
      sort: 'key',
      archived: 'with',
      limit: 200,
    })
    for (const record of records) {
      const { versions } = await perform(kernel, operations.history, owner, { key: record.key })
      const { links } = await perform(kernel, listLinks, owner, { key: record.key })
      found.push({ record, versions, links })
    }
  }
  return found
}
