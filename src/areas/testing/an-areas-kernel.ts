import { createKernel, type Kernel } from '#kernel'
import { aStore, type EngineName } from '#kernel/store/testing/a-store.ts'
import { allMigrations } from '../migrations.ts'
import { linkRules, records } from '../records.ts'

/** A kernel on a store of its own that knows the records of all areas; what goes wrong in it is thrown. */
export async function anAreasKernel(engine: EngineName, clock = () => new Date()): Promise<Kernel> {
  return createKernel({
    store: await aStore(engine, allMigrations),
    records,
    links: linkRules,
    clock,
    log: ({ error }) => {
      throw error
    },
  })
}
