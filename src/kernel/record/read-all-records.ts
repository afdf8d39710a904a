import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { loadRecords } from './load-records.ts'
import { mayReadOfType } from './may-read.ts'
import type { RecordShape } from './record-shape.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** Every record of a type that the actor may see, in the order of their numbers; those put away only where that is asked. */
export async function readAllRecords(
  context: Reader,
  type: string,
  archived: 'without archived' | 'with archived' = 'without archived',
): Promise<RecordShape[]> {
  const definition = context.records.ofType(type)
  const loaded = await loadRecords(
    context,
    definition,
    sql`where record.workspace_id = ${context.workspaceId} and record.type = ${type}
      and ${archived === 'with archived' ? sql`true` : sql`record.archived_at is null`} and ${mayReadOfType(context.actor, definition)} order by record.number`,
  )
  return loaded.map(({ shape }) => shape)
}
