import { sql } from 'kysely'
import { z } from 'zod'
import type { ChainHead } from '#kernel/audit/chain.ts'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { mayRead, mayReadAll, mayReadType, seenBy } from '#kernel/record/may-read.ts'
import { attachedIn, readAttached } from './attached-files.ts'
import { gatherRecords } from './gather-records.ts'
import { writeHistoryFile } from './history-file.ts'
import { writeLinkFile, type FiledLink } from './link-file.ts'
import { writeManifestFile, type Manifest } from './manifest-file.ts'
import { writeRecordFile } from './record-file.ts'
import type { AttachedFile, TextFile } from './text-file.ts'

/** A workspace as files, as far as the actor may see it. */
export interface Export {
  /** The same for the same workspace, byte for byte and in the same order. */
  readonly files: readonly TextFile[]
  /** What is attached to records, in any of their versions. */
  readonly attachments: readonly AttachedFile[]
  /** End of the audit chain at that instant: what is handed out, so that a later check can be made against it. */
  readonly head: ChainHead
  readonly records: Manifest['records']
  readonly links: number
  readonly leftOut: Manifest['leftOut']
}

/** Writes all records, their history and their links as files of text, and what is attached to them as it is. */
export const exportWorkspace = defineOperation({
  name: 'workspace.export',
  summary: {
    en: 'Write every record that you may see, with history, links and attached files, as readable files.',
    de: 'Jeden Datensatz, den Du sehen darfst, mit Verlauf, Verbindungen und angehängten Dateien als lesbare Dateien schreiben.',
  },
  input: z.strictObject({}),
  access: ['owner', 'leader', 'member'],
  writes: false,
  run: exportAll,
})

async function exportAll(context: OperationContext): Promise<Export> {
  const { records, actor } = context
  const readable = records.all.filter((definition) => mayReadType(actor, definition))
  const readableTypes = new Set(readable.map(({ type }) => type))
  const files: TextFile[] = []
  const counts: Record<string, number> = {}
  const fields: string[] = []
  const attached = new Set<string>()
  for (const definition of readable) {
    const gathered = await gatherRecords(context, seenBy(actor, definition))
    counts[definition.collection] = gathered.length
    for (const record of gathered) {
      files.push(
        writeRecordFile(definition, record.key, record.values),
        writeHistoryFile(record.key, record.versions),
      )
      fields.push(...record.leftOut)
      for (const { id } of attachedIn(definition, record)) attached.add(id)
    }
  }
  const links = await linksBetween(context)
  const leftOut = {
    // Of what is for single people only one's own is there, whether or not there is more.
    types: records.all.filter((each) => !mayReadAll(actor, each)).map(({ type }) => type),
    fields,
  }
  const attachments = await readAttached(context, [...attached].sort())
  const manifest = writeManifestFile({
    records: counts,
    links: links.length,
    attachments: attachments.length,
    numbers: await lastNumbers(context, readableTypes),
    leftOut,
  })
  const head = await context.transaction
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('workspace_id', '=', context.workspaceId)
    .executeTakeFirstOrThrow()
  return {
    files: [manifest, writeLinkFile(links), ...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    attachments,
    head,
    records: counts,
    links: links.length,
    leftOut,
  }
}

/** The links that people made, both ends readable; those of fields follow from the fields. */
async function linksBetween(context: OperationContext): Promise<FiledLink[]> {
  const { transaction, workspaceId, records } = context
  const { rows } = await sql<{
    from_type: string
    from_number: number
    relation: string
    to_type: string
    to_number: number
    created_at: Date
    created_by: string
  }>`
    select source.type as from_type, source.number as from_number, link.relation,
      target.type as to_type, target.number as to_number, link.created_at, link.created_by
    from link
    join record as source on source.workspace_id = link.workspace_id and source.id = link.from_id
    join record as target on target.workspace_id = link.workspace_id and target.id = link.to_id
    where link.workspace_id = ${workspaceId} and position(':' in link.relation) = 0
      and ${mayRead(context, { row: 'source' })} and ${mayRead(context, { row: 'target' })}
    order by source.type collate "C", source.number, link.relation collate "C", target.type collate "C", target.number`.execute(
    transaction,
  )
  const key = (type: string, number: number) => `${records.ofType(type).prefix}-${number}`
  return rows.map((row) => ({
    from: key(row.from_type, row.from_number),
    relation: row.relation,
    to: key(row.to_type, row.to_number),
    at: row.created_at.toISOString(),
    by: row.created_by,
  }))
}

async function lastNumbers(
  { transaction, workspaceId, records }: OperationContext,
  types: ReadonlySet<string>,
): Promise<Manifest['numbers']> {
  const rows = await transaction
    .selectFrom('record_number')
    .select(['type', 'last'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const lastOf = new Map(rows.map(({ type, last }) => [type, last]))
  return Object.fromEntries(
    records.all
      .filter(({ type }) => types.has(type))
      .map(({ type, prefix }) => [prefix, lastOf.get(type) ?? 0]),
  )
}
