import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import type { RecordDefinition } from './define-record.ts'
import { loadRecords, type LoadedRecord } from './load-records.ts'
import { mayReadType } from './may-read.ts'
import { noSuchRecord } from './record-registry.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

export interface FoundRecord extends LoadedRecord {
  readonly definition: RecordDefinition
}

/**
 * The record of this key, archived or not. Refuses one that is not there and one that the actor may not see in the same
 * words. With `lock` nobody else changes it before this transaction ends.
 */
export async function findRecord(
  context: Reader,
  key: string,
  lock: 'lock' | 'read' = 'read',
): Promise<FoundRecord> {
  const { definition, number } = context.records.ofKey(key)
  if (!mayReadType(context.actor, definition)) throw noSuchRecord(key)
  const which = sql`where record.workspace_id = ${context.workspaceId} and record.type = ${definition.type}
    and record.number = ${number}`
  // In a statement of its own: what is read after the wait is what the one before has written.
  if (lock === 'lock') await sql`select id from record ${which} for update`.execute(context.transaction)
  const [found] = await loadRecords(context, definition, which)
  if (found) return { ...found, definition }
  throw noSuchRecord(key)
}

/** The record of this id, for what the actor made; refuses one that is gone since or that the actor may not see any more. */
export async function findRecordById(
  context: Reader,
  definition: RecordDefinition,
  id: string,
): Promise<LoadedRecord> {
  const [found] = mayReadType(context.actor, definition)
    ? await loadRecords(
        context,
        definition,
        sql`where record.workspace_id = ${context.workspaceId} and record.id = ${id}::uuid`,
      )
    : []
  if (found) return found
  throw new Refusal('not-found', {
    en: 'What was made under this idempotency key is not there any more.',
    de: 'Was unter diesem Idempotenz-Schlüssel angelegt wurde, gibt es nicht mehr.',
  })
}
