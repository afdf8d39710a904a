import { randomUUID } from 'node:crypto'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import type { RecordValues } from '#kernel/record/read-values.ts'
import { saltedVersions, type AuditedVersions } from './audited-versions.ts'
import { versionsToKeep } from './versions-to-keep.ts'
import { writeImport, type RecordToWrite } from './write-import.ts'

/** What was written of many records at once, and what the audit is to keep of it under `records`, beside `brought: true`. */
export interface BroughtRecords {
  readonly records: readonly { readonly id: string; readonly key: string }[]
  readonly audited: AuditedVersions
}

/**
 * Writes many new records of one type under the next numbers. Their values were read and found right before, refer to no
 * other records, and may begin in whichever state.
 */
export async function bringInRecords(
  context: OperationContext,
  definition: RecordDefinition,
  values: readonly RecordValues[],
): Promise<BroughtRecords> {
  const last = await lastNumber(context, definition)
  const now = context.clock()
  const records = values.map((own, at): RecordToWrite => {
    const number = last + at + 1
    const read = {
      definition,
      number,
      key: `${definition.prefix}-${number}`,
      path: '',
      history: null,
      values: own,
      lineOf: () => null,
    }
    return { ...read, id: randomUUID(), versions: versionsToKeep(context, read, now) }
  })
  if (records.length === 0) return { records: [], audited: {} }
  await writeImport(context, records, [], {})
  return { records, audited: await saltedVersions(context, records) }
}

async function lastNumber(
  { transaction, workspaceId }: OperationContext,
  { type }: RecordDefinition,
): Promise<number> {
  const row = await transaction
    .selectFrom('record_number')
    .select('last')
    .where('workspace_id', '=', workspaceId)
    .where('type', '=', type)
    .executeTakeFirst()
  return row?.last ?? 0
}
