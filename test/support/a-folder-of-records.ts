import { join } from 'node:path'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { createKernel, openStore, perform, recordOperations } from '#kernel'
import { aFolder } from '../../src/evidence/git/testing/a-repository.ts'

interface Written {
  readonly type: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly archived?: true
}

/** A data folder in which records were written, in this order, for a server to be started on. */
export async function aFolderOfRecords(written: readonly Written[]): Promise<string> {
  const folder = join(aFolder(), 'data')
  const store = await openStore({ folder }, { migrations: allMigrations })
  const log = ({ error }: { readonly error: unknown }) => {
    throw error
  }
  const kernel = createKernel({ store, records, links: linkRules, log })
  try {
    for (const { type, fields, archived } of written) {
      const { create, archive } = recordOperations(kernel.records.ofType(type))
      const { key } = await perform(kernel, create, { kind: 'local' }, { fields })
      if (archived) await perform(kernel, archive, { kind: 'local' }, { key, version: 1 })
    }
  } finally {
    await store.close()
  }
  return folder
}
