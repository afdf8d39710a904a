import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import type { RecordDefinition } from '../record/define-record.ts'
import { kindOf, type FieldValue } from '../record/fields/field-kinds.ts'
import type { RecordShape } from '../record/record-shape.ts'
import { foldWord, wordsOf } from './search-words.ts'
import { titleTerms } from './title-terms.ts'

/** In characters: far more of a record nobody reads, and an index entry of PostgreSQL has an end. */
const longestText = 100_000

/** Writes what a record is found by, in the transaction that writes the record. */
export async function keepSearchEntry(
  { transaction, workspaceId, records }: Pick<OperationContext, 'transaction' | 'workspaceId' | 'records'>,
  id: string,
  shape: Pick<RecordShape, 'type' | 'title' | 'fields'>,
): Promise<void> {
  await writeSearchEntries(transaction, workspaceId, records.ofType(shape.type), [{ id, ...shape }])
}

/** What is found of a record. */
export interface SearchableRecord {
  readonly id: string
  readonly title: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** The same for some records of one type, for whoever has the definition at hand. */
export async function writeSearchEntries(
  transaction: OperationContext['transaction'],
  workspaceId: string,
  definition: RecordDefinition,
  some: readonly SearchableRecord[],
): Promise<void> {
  if (some.length === 0) return
  const rows = some.map(({ id, title, fields }) => {
    const folded = wordsOf(title, 'kept').map(foldWord)
    const text = textOf(definition, fields)
    const words = wordsOf(text, 'kept').join(' ')
    return sql`(${workspaceId}::uuid, ${id}::uuid, ${folded.join(' ')}, ${text},
      array_to_tsvector(${titleTerms(folded)}::text[])
        || to_tsvector('english', ${words}) || to_tsvector('german', ${words}))`
  })
  await sql`insert into search_entry (workspace_id, record_id, folded_title, text, terms)
    values ${sql.join(rows)} on conflict (workspace_id, record_id) do update
      set folded_title = excluded.folded_title, text = excluded.text, terms = excluded.terms`.execute(
    transaction,
  )
}

/** All that is searched for in the fields beside the title, as plain text. */
function textOf(definition: RecordDefinition, fields: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = fields[name] ?? null
    // Whoever may see the record may search it: what is for fewer is not among its words.
    if (name === definition.title || value === null || field.personal?.audience) return []
    return [kindOf(field).searchText(field, value as FieldValue)] // a version holds what was read as this kind
  })
  return withoutMarks(texts.filter(Boolean).join('\n'))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText)
    .toWellFormed()
}

/** Markdown as it is read: without the signs of headings, lists, emphasis and the addresses of links. */
function withoutMarks(text: string): string {
  return text
    .replace(/^[ \t]{0,8}(?:#{1,6}|>|[-*+]|\d{1,9}\.)[ \t]+/gm, '')
    .replace(/!?\[([^[\]\n]{0,200})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/\*\*|__|~~|`+/g, '')
}
