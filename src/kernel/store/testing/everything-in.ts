import type { Store } from '../open-store.ts'

/** Every row of every table as text, by table; what jobs keep is among it. */
export async function everythingIn(store: Store): Promise<Map<string, string>> {
  const { rows } = await store.run(
    `select table_schema || '.' || table_name as name, format('%I.%I', table_schema, table_name) as quoted
     from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  const texts = new Map<string, string>()
  for (const row of rows) {
    const { name, quoted } = row as { name: string; quoted: string } // as selected above
    const found = await store.run(`select string_agg(row_to_json(t)::text, E'\\n') as text from ${quoted} t`)
    const [first] = found.rows as [{ text: string | null }] // an aggregate answers one row
    texts.set(name.replace(/^public\./, ''), first.text ?? '')
  }
  return texts
}
