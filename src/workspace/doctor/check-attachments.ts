import { sql } from 'kysely'
import { attachmentsIn } from '#kernel/attachments/attachment-uses.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { isForSingles } from '#kernel/record/define-record.ts'
import type { Findings } from './findings.ts'

/** Checks that every file is what its hash says, and that every file that a version of a record names is there. */
export async function checkAttachments(context: OperationContext, findings: Findings): Promise<number> {
  const { transaction, workspaceId, records } = context
  const { rows } = await sql<{ id: string; right: boolean }>`
    select id, encode(sha256(bytes), 'hex') = id and length(bytes) = size as right from attachment
    where workspace_id = ${workspaceId} order by id`.execute(transaction)
  for (const { id, right } of rows)
    if (!right)
      findings.add(
        'file',
        id,
        'Its content is not the one that was uploaded.',
        'Der Inhalt ist nicht der hochgeladene.',
      )
  const there = new Set(rows.map(({ id }) => id))
  const used = await usesOf(context)
  for (const definition of records.all) {
    if (!Object.values(definition.fields).some(({ kind }) => kind === 'attachments')) continue
    const versions = await transaction
      .selectFrom('record_version')
      .innerJoin('record', (join) =>
        join
          .onRef('record.workspace_id', '=', 'record_version.workspace_id')
          .onRef('record.id', '=', 'record_version.record_id'),
      )
      .select(['record.id', 'record.number', 'record_version.fields'])
      .where('record.workspace_id', '=', workspaceId)
      .where('record.type', '=', definition.type)
      .orderBy('record.number')
      .orderBy('record_version.version')
      .execute()
    for (const { id: recordId, number, fields } of versions)
      for (const { id, name } of attachmentsIn(definition, fields)) {
        if (there.has(id) && used.has(`${recordId} ${id} ${name}`)) continue
        const key = `${definition.prefix}-${number}`
        if (isForSingles(definition.audience))
          findings.add('file', key, 'A file of it is missing.', 'Eine Datei davon fehlt.')
        else findings.add('file', key, `The file “${name}” is missing.`, `Die Datei „${name}“ fehlt.`)
      }
  }
  return rows.length
}

/** Which record may give out which file under which name. */
async function usesOf({ transaction, workspaceId }: OperationContext): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('attachment_use')
    .select(['record_id', 'attachment_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  return new Set(rows.map((row) => `${row.record_id} ${row.attachment_id} ${row.name}`))
}
