import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { tableOf } from '#kernel/record/record-columns.ts'

type Context = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records'>

/** Whether no record was ever written here, so that the first of each type is still to come. */
export async function hasNoRecords({ transaction, workspaceId }: Context): Promise<boolean> {
  const given = await transaction
    .selectFrom('record_number')
    .select('last')
    .where('workspace_id', '=', workspaceId)
    .limit(1)
    .executeTakeFirst()
  return given === undefined
}

/**
 * Takes all records out with their history, links, search entries and numbers, what areas keep in other tables, and the
 * mark of the sample company;
 * accounts stay. Of the audit, everything since `after` loses what it says but for what concerns accounts, and the chain
 * holds.
 */
export async function emptyRecords(
  context: Context,
  after: number,
  alongside: readonly string[],
): Promise<void> {
  const { transaction, workspaceId, records } = context
  // Before the records: between the rows of one type are references that nothing cascades.
  for (const definition of records.all)
    await sql`delete from ${sql.table(tableOf(definition))} where workspace_id = ${workspaceId}`.execute(
      transaction,
    )
  for (const table of alongside)
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(transaction)
  for (const table of [
    'attachment_use',
    'attachment_upload',
    'attachment',
    'record',
    'record_number',
    'performed_once',
    'erasure',
    'sample',
  ] as const)
    await transaction.deleteFrom(table).where('workspace_id', '=', workspaceId).execute()
  await transaction
    .updateTable('audit')
    .set({ payload: null, salt: null })
    .where('workspace_id', '=', workspaceId)
    .where('seq', '>', after)
    .where((row) =>
      row.or([row('subject_type', 'is', null), row('subject_type', 'not in', subjectsOfAccounts)]),
    )
    .execute()
}

/** What stays when the sample company goes, and with it what the audit says of it. */
const subjectsOfAccounts = ['member', 'invitation', 'api-key', 'session']
