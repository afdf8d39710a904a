import { sql, type Kysely, type Transaction } from 'kysely'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { Tables } from '#kernel/store/tables.ts'
import { checkOfKey } from '#kernel/store/workspace-key.ts'
import type { Blanks } from './dump-tables.ts'
import type { ReadBackup } from './read-backup.ts'
import { tableShapes, type TableShape } from './table-shapes.ts'
import { dumpText, type BackupEnd } from './write-backup.ts'

/**
 * Fills a database that has gone through the same migrations with what a backup holds, all or nothing, and compares what
 * is there then with what was written. The workspace takes the key that it has here: no backup holds one.
 */
export async function loadBackup(
  database: Kysely<Tables>,
  key: Buffer,
  { lines }: Pick<ReadBackup, 'lines'>,
  blanks: Blanks,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const shapes = await tableShapes(transaction)
    const constraints = await dropConstraints(transaction)
    await sql`truncate ${sql.join(shapes.map(({ name }) => sql.table(name)))}`.execute(transaction)
    const end = await insertAll(transaction, shapes, lines)
    for (const { table, name, definition } of constraints)
      await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
        transaction,
      )
    let found: BackupEnd | null = null
    const texts = dumpText(transaction, blanks, (told) => (found = told))
    while (!(await texts.next()).done) continue
    if (JSON.stringify(found) !== JSON.stringify(end)) throw notTheSame()
    await transaction
      .updateTable('workspace')
      .set({ key_check: checkOfKey(key) })
      .execute()
  })
}

/** Takes foreign keys and triggers out of the way; the keys come back when all is in, and check all of it then. */
async function dropConstraints(transaction: Transaction<Tables>) {
  const { rows } = await sql<{ table: string; name: string; definition: string }>`
    select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and connamespace = current_schema()::regnamespace
    order by relname, conname`.execute(transaction)
  for (const { table, name } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(transaction)
  return rows
}

async function insertAll(
  transaction: Transaction<Tables>,
  shapes: readonly TableShape[],
  lines: ReadBackup['lines'],
): Promise<BackupEnd> {
  let open: TableShape | undefined
  let columns: readonly string[] = []
  for (;;) {
    const next = await lines.next()
    if (next.done) return next.value
    const line = next.value
    if ('table' in line) {
      open = shapes.find(({ name }) => name === line.table)
      columns = line.columns
      const known = open?.columns.map(({ name }) => name)
      if (JSON.stringify(known) !== JSON.stringify(columns)) throw otherTable(line.table)
    } else if (open) await insertRows(transaction, open, line.rows)
  }
}

async function insertRows(
  transaction: Transaction<Tables>,
  { name, columns }: TableShape,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const names = columns.map((column) => sql.id(column.name))
  const lists = columns.map((_column, at) => sql`${rows.map((row) => row[at] ?? null)}::text[]`)
  const aliases = columns.map((_column, at) => sql.id(`c${at}`))
  // The types are those of the database itself, never what a file says.
  const values = columns.map(({ type }, at) => sql`given.${sql.id(`c${at}`)}::${sql.raw(type)}`)
  await sql`insert into ${sql.table(name)} (${sql.join(names)}) select ${sql.join(values)}
    from unnest(${sql.join(lists)}) as given (${sql.join(aliases)})`.execute(transaction)
}

function otherTable(table: string): Refusal {
  return new Refusal(
    'conflict',
    {
      en: `The backup holds a table ${table.slice(0, 60)} that this version of Leitstand has otherwise or not at all.`,
      de: `Die Sicherung enthält eine Tabelle ${table.slice(0, 60)}, die diese Version von Leitstand anders oder gar nicht hat.`,
    },
    {
      en: 'Restore it with the version that wrote it.',
      de: 'Spiele sie mit der Version ein, die sie geschrieben hat.',
    },
  )
}

function notTheSame(): Error {
  return new Error('What was restored is not what the backup holds.')
}
