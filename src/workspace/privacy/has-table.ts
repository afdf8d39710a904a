import { sql, type Transaction } from 'kysely'
import type { Tables } from '#kernel/store/tables.ts'

/** Whether the database has the table: what a part keeps is there only where that part is. */
export async function hasTable(transaction: Transaction<Tables>, name: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${name}) is not null as found`.execute(
    transaction,
  )
  return rows[0]?.found === true
}
