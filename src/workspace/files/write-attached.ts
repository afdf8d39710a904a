import { sql } from 'kysely'
import { keepUses } from '#kernel/attachments/attachment-uses.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { attachedIn, type ReadAttached } from './attached-files.ts'
import type { RecordToWrite } from './write-import.ts'

/** Writes the files of an import, each once, and which records name them. */
export async function writeAttached(
  context: OperationContext,
  attached: readonly ReadAttached[],
  records: readonly RecordToWrite[],
): Promise<void> {
  const { transaction, workspaceId } = context
  for (const { id, type, bytes } of attached)
    await sql`insert into attachment (workspace_id, id, type, size, bytes)
      values (${workspaceId}, ${id}, ${type}, ${bytes.length}, decode(${bytes.toString('base64')}, 'base64'))
      on conflict do nothing`.execute(transaction)
  for (const { definition, id, values, versions } of records)
    await keepUses(context, id, attachedIn(definition, { values, versions }))
}
