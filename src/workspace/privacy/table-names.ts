import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'

/** Names of all tables of the database; those outside the usual schema with that of theirs, as in `pgboss.job`. */
export async function tableNames({ transaction }: Pick<OperationContext, 'transaction'>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    order by 1`.execute(transaction)
  return rows.map(({ name }) => name)
}
