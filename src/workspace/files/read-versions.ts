import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordValues } from '#kernel/record/read-values.ts'
import type { FiledVersion } from './history-file.ts'

/** The versions of records by their ids, from the first to the latest; values as they are stored. */
export async function readVersions(
  { transaction, workspaceId }: Pick<OperationContext, 'transaction' | 'workspaceId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FiledVersion[]>> {
  const versions = new Map<string, FiledVersion[]>()
  if (ids.length === 0) return versions
  const rows = await transaction
    .selectFrom('record_version')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('record_id', 'in', [...ids])
    .orderBy('record_id')
    .orderBy('version')
    .execute()
  for (const row of rows) {
    const version = {
      version: row.version,
      at: row.at.toISOString(),
      by: { kind: row.actor_kind, id: row.actor_id },
      surface: row.surface,
      operation: row.operation,
      archived: row.archived,
      fields: row.fields as RecordValues, // as it was stored; whoever needs it otherwise makes it canonical
    }
    const known = versions.get(row.record_id)
    if (known) known.push(version)
    else versions.set(row.record_id, [version])
  }
  return versions
}
