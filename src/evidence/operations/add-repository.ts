import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { defineOperation, refuseInSample, Refusal } from '#kernel'
import type { OperationContext, Tables } from '#kernel'
import { askForScan } from '../facts/ask-for-scan.ts'
import { waitingScan } from '../facts/scan-state.ts'

const entered = z.strictObject({
  kind: z.enum(['path', 'url']),
  source: z.string().min(1).max(4096),
  name: z.string().trim().min(1).max(200).optional(),
  /** Folders that a local repository consists of, with links resolved. */
  places: z.array(z.string().max(4096)).max(3).default([]),
})

/**
 * Adds a repository whose source `vetSource` has let pass, and asks for its first scan. Answers with its id.
 * One that was added before is scanned again instead of standing there twice.
 */
export const addRepository = defineOperation({
  name: 'repository.add',
  summary: {
    en: 'Add a repository by a path of the server or an address to clone, and scan it.',
    de: 'Ein Repository mit einem Pfad auf dem Server oder einer Adresse zum Klonen hinzufügen und scannen.',
  },
  input: entered,
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context, input) {
    await refuseInSample(context)
    const { id, added } = await enterRepository(context, input)
    await askForScan(context, id)
    context.audit({ subject: { type: 'repository', id }, payload: { source: input.source } })
    return { id, added }
  },
})

type Entering = Pick<OperationContext, 'transaction' | 'workspaceId' | 'clock'>

/** Lists a repository, as part of an operation; one with the same source stays as it is. Its scan is for others to ask for. */
export async function enterRepository(
  { transaction, workspaceId, clock }: Entering,
  input: z.infer<typeof entered>,
): Promise<{ readonly id: string; readonly added: boolean }> {
  const known = await transaction
    .selectFrom('repository')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', input.source)
    .executeTakeFirst()
  const id = known?.id ?? randomUUID()
  if (!known) {
    const name = await freeName(transaction, workspaceId, input.name ?? nameOf(input.source))
    await transaction
      .insertInto('repository')
      .values({
        workspace_id: workspaceId,
        id,
        name,
        source_kind: input.kind,
        source: input.source,
        places: input.places,
        added_at: clock(),
        scan: JSON.stringify(waitingScan),
      })
      .execute()
  }
  return { id, added: !known }
}

function nameOf(source: string): string {
  return basename(source.replace(/\/+$/, '')).replace(/(.)\.git$/, '$1') || source
}

async function freeName(
  transaction: Transaction<Tables>,
  workspaceId: string,
  wanted: string,
): Promise<string> {
  const rows = await transaction
    .selectFrom('repository')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .execute()
  const taken = new Set(rows.map((row) => row.name))
  for (let count = 1; count < 1000; count++) {
    const name = count === 1 ? wanted : `${wanted} ${count}`
    if (!taken.has(name)) return name
  }
  throw new Refusal(
    'conflict',
    {
      en: `There are too many repositories named ${wanted}.`,
      de: `Es gibt zu viele Repositorys namens ${wanted}.`,
    },
    { en: 'Give this one a name of its own.', de: 'Gib diesem einen eigenen Namen.' },
  )
}
