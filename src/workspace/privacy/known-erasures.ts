import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { folderRefusal } from '#kernel/store/data-folder.ts'
import type { Store } from '#kernel/store/open-store.ts'
import { writeWhole } from './write-whole.ts'
import { repeatErasures } from './repeat-erasures.ts'

const known = z.object({
  workspace: z.uuid(),
  record: z.uuid(),
  type: z.string().max(100),
  number: z.int().min(1),
  account: z.string().max(200).nullable(),
  at: z.iso.datetime(),
})

/** That a record was erased, by ids alone: what is needed to do it again in a state from before. */
export type KnownErasure = z.infer<typeof known>

/** The name of the list that lies beside backups, outside of any database. */
export const erasureListName = 'erasures.jsonl'

const theList = { name: { en: 'The list of erasures', de: 'Die Liste der Löschungen' } }

/** The erasures that a list holds; none where there is no list. What was written half is no erasure. */
function readErasureList(file: string): KnownErasure[] {
  return linesOf(file).flatMap((line) => {
    const { success, data } = known.safeParse(parsed(line))
    return success ? [data] : []
  })
}

/** Adds the erasures of a workspace to the list beside its backups; what is on it already stays, of other workspaces too. */
export async function keepErasureList(store: Store, file: string): Promise<void> {
  const rows = await store.database
    .selectFrom('erasure')
    .selectAll()
    .where('workspace_id', '=', store.workspaceId)
    .orderBy('at')
    .execute()
  const there = readErasureList(file)
  const added = rows
    .filter(({ record_id }) => !there.some(({ record }) => record === record_id))
    .map(({ workspace_id, record_id, type, number, user_id, at }) => ({
      workspace: workspace_id,
      record: record_id,
      type,
      number,
      account: user_id,
      at: at.toISOString(),
    }))
  if (added.length === 0) return
  writeWhole(file, [...there, ...added].map((each) => `${JSON.stringify(each)}\n`).join(''))
}

/**
 * Does again, before anybody is answered, what lists say was erased in this workspace and its state does not know of.
 * Gives how many were repeated.
 */
export async function repeatKnownErasures(kernel: Kernel, files: readonly string[]): Promise<number> {
  const { store } = kernel
  const { rows } = await store.run('select record_id from erasure where workspace_id = $1', [
    store.workspaceId,
  ])
  const done = new Set((rows as { record_id: string }[]).map(({ record_id }) => record_id)) // as selected
  const missing = new Map<string, KnownErasure>()
  for (const each of files.flatMap(readErasureList))
    if (each.workspace === store.workspaceId && !done.has(each.record)) missing.set(each.record, each)
  if (missing.size === 0) return 0
  const erasures = [...missing.values()].map(({ record, type, number, account }) => ({
    record,
    type,
    number,
    account,
  }))
  const { repeated } = await perform(kernel, repeatErasures, { kind: 'local' }, { erasures })
  return repeated.length
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    // Not to know who was erased is no reason to show them.
    throw folderRefusal(file, error, theList) ?? error
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // A line that was cut off: the others still hold.
    return null
  }
}
