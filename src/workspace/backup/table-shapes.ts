import { sql, type Transaction } from 'kysely'
import type { Tables } from '#kernel/store/tables.ts'

/** A table as a backup knows it: its columns with their SQL types, and the columns that its rows are ordered by. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly key: readonly string[]
}

/**
 * Every table of the database that cannot be had again, by name: those named `git_` are mined again, and those of the
 * migrator and of the job queue belong to the program.
 */
export async function tableShapes(transaction: Transaction<Tables>): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select relation.relname as name,
      (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) order by attname collate "C")
        from pg_attribute where attrelid = relation.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      coalesce((select json_agg(attname order by attname collate "C")
        from pg_index join pg_attribute on attrelid = relation.oid and attnum = any (indkey)
        where indrelid = relation.oid and indisprimary), '[]') as key
    from pg_class as relation
    where relation.relnamespace = current_schema()::regnamespace and relation.relkind = 'r'
      and relation.relname not like 'git\\_%' and relation.relname not like 'kysely\\_%'
    order by relation.relname collate "C"`.execute(transaction)
  return rows
}
