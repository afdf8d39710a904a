import { existsSync } from 'node:fs'
import { inspect } from 'node:util'
import { join } from 'node:path'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { createKernel, openStore, type Kernel } from '#kernel'
import { Refusal } from '#kernel/operation/refusal.ts'
import { writeOut } from '../write-out.ts'

/** Opens the workspace of a data folder for one command and closes it afterwards; `must` refuses one that is not there. */
export async function withWorkspace<Result>(
  { data, must }: { readonly data: string; readonly must: 'exist' | 'open' },
  work: (kernel: Kernel) => Promise<Result>,
): Promise<Result> {
  const url = process.env['DATABASE_URL']
  if (must === 'exist' && !url && !existsSync(join(data, 'database'))) throw noData(data)
  const store = await openStore(url ? { url, folder: data } : { folder: data }, { migrations: allMigrations })
  try {
    const log: Parameters<typeof createKernel>[0]['log'] = ({ id, where, error }) =>
      void writeOut(process.stderr, `Something went wrong in ${where}, id ${id}: ${inspect(error)}\n`)
    return await work(createKernel({ store, records, links: linkRules, log }))
  } finally {
    await store.close()
  }
}

function noData(data: string): Refusal {
  return new Refusal(
    'not-found',
    { en: `There is no data in ${data}.`, de: `In ${data} liegen keine Daten.` },
    { en: 'Name the data folder with --data.', de: 'Nenne den Datenordner mit --data.' },
  )
}
