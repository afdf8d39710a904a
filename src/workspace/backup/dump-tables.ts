import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '#kernel/store/tables.ts'
import { tableShapes, type TableShape } from './table-shapes.ts'

const rowsAtOnce = 500

/** A column that a backup holds with another value than the database: the SQL of that value. */
export type Blanks = Readonly<Record<string, Readonly<Record<string, string>>>>

// No backup holds the workspace's key, so what is compared with it or sealed under it would only be wrong where it is restored.
const ownBlanks: Blanks = { workspace: { key_check: "''" }, sign_in_provider: { client_secret: "''" } }

/** Every row as text that both engines read back exactly, in an order that is the same for the same rows. */
export type DumpLine =
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly rows: readonly (readonly (string | null)[])[] }

/** Reads all tables in turn, some rows at a time. */
export async function* dumpTables(
  transaction: Transaction<Tables>,
  blanks: Blanks,
): AsyncGenerator<DumpLine> {
  for (const setting of [
    `timezone = 'UTC'`,
    `datestyle = 'ISO, YMD'`,
    `intervalstyle = 'postgres'`,
    'extra_float_digits = 1',
    `bytea_output = 'hex'`,
  ])
    await sql.raw(`set local ${setting}`).execute(transaction)
  for (const shape of await tableShapes(transaction)) {
    yield { table: shape.name, columns: shape.columns.map(({ name }) => name) }
    yield* rowsOf(transaction, shape, { ...blanks, ...ownBlanks }[shape.name] ?? {})
  }
}

async function* rowsOf(
  transaction: Transaction<Tables>,
  shape: TableShape,
  blanks: Blanks[string],
): AsyncGenerator<DumpLine> {
  const { name, columns, key } = shape
  const values = columns.map(({ name: column }, at) => {
    const blank = blanks[column]
    const value = blank === undefined ? sql.ref(column) : sql.raw(blank)
    return sql`(${value})::text collate "C" as ${sql.id(`c${at}`)}`
  })
  // Without a key the whole row is what it is ordered by.
  const order = key.length > 0 ? key : columns.map(({ name: column }) => column)
  const by = order.map((column) => sql`${sql.ref(column)}::text collate "C"`)
  if (columns.some(({ type }) => type === 'bytea')) return yield* oneByOne(transaction, shape, { values, by })
  await sql`declare leitstand_backup no scroll cursor for select ${sql.join(values)} from ${sql.table(name)}
    order by ${sql.join(by)}`.execute(transaction)
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`
      fetch ${sql.raw(String(rowsAtOnce))} from leitstand_backup`.execute(transaction)
    if (rows.length > 0)
      yield { rows: rows.map((row) => columns.map((_column, at) => row[`c${at}`] ?? null)) }
    if (rows.length < rowsAtOnce) break
  }
  await sql`close leitstand_backup`.execute(transaction)
}

/** Rows that may be large are never sorted or held together: first their places in order, then each by itself. */
async function* oneByOne(
  transaction: Transaction<Tables>,
  { name, columns }: TableShape,
  {
    values,
    by,
  }: { readonly values: readonly RawBuilder<unknown>[]; readonly by: readonly RawBuilder<unknown>[] },
): AsyncGenerator<DumpLine> {
  const { rows: places } = await sql<{ place: string }>`
    select ctid::text as place from ${sql.table(name)} order by ${sql.join(by)}`.execute(transaction)
  for (const { place } of places) {
    const { rows } = await sql<Record<string, string | null>>`
      select ${sql.join(values)} from ${sql.table(name)} where ctid = ${place}::tid`.execute(transaction)
    yield { rows: rows.map((row) => columns.map((_column, at) => row[`c${at}`] ?? null)) }
  }
}
