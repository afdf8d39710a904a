import { sql, type RawBuilder } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { mayRead } from '../record/may-read.ts'
import { foldWord } from './search-words.ts'
import { endingTerm, withoutLetters } from './title-terms.ts'

/** At most so many of each sort are looked at more closely. */
const mostCandidates = 200

/** A record that may match. */
export interface Candidate {
  readonly id: string
  readonly type: string
  readonly number: number
  readonly title: string
  readonly archived: boolean
  readonly folded: string
  /** How often and how near to each other its texts have the words; 0 where that was not asked. */
  readonly rank: number
}

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** The record of a type with a number. */
export async function byNumber(context: Reader, type: string, number: number): Promise<Candidate[]> {
  return select(context, sql`record.type = ${type} and record.number = ${number}`, sql`record.number`)
}

/** Records whose titles have all the words, or words that begin so or have them inside. */
export async function byTitle(context: Reader, types: readonly string[], words: readonly string[]) {
  const terms = all(words.map((word) => asTerms(inTitle(foldWord(word)))))
  return select(context, matching(types, terms), firstByTitle(words))
}

/** The same where letters of the words may be wrong; whether they are not too many is for a closer look. */
export async function byMistypedTitle(context: Reader, types: readonly string[], words: readonly string[]) {
  const terms = all(
    words.map((word) => {
      const folded = foldWord(word)
      return asTerms([...inTitle(folded), ...withoutLetters(folded).map((rest) => quoted(`~${rest}`))])
    }),
  )
  return select(context, matching(types, terms), firstByTitle(words))
}

/** Records that have all the words in their texts, in any form of an English or a German word, or in their titles. */
export async function byText(context: Reader, types: readonly string[], words: readonly string[]) {
  const terms = all(
    words.map((word) => {
      const beginning = word.length < 3 ? [] : [`${quoted(word)}:*`]
      const own = asTerms([...inTitle(foldWord(word)), ...beginning])
      return sql`(${own} || plainto_tsquery('english', ${word}) || plainto_tsquery('german', ${word}))`
    }),
  )
  const newest = sql`record.updated_at desc, record.number desc`
  const found = await select(
    context,
    matching(types, terms),
    newest,
    sql`ts_rank(search_entry.terms, ${terms})`,
  )
  return found.sort((a, b) => b.rank - a.rank)
}

/** The stems that the words have in either language. */
export async function stemsOf({ transaction }: Reader, words: readonly string[]): Promise<string[]> {
  const text = words.join(' ')
  const { rows } = await sql<{ stems: string[] }>`
    select tsvector_to_array(to_tsvector('english', ${text}) || to_tsvector('german', ${text})) as stems`.execute(
    transaction,
  )
  return rows[0]?.stems ?? []
}

/** The texts of records. */
export async function textsOf({ transaction, workspaceId }: Reader, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; text: string }>`select record_id as id, text from search_entry
    where workspace_id = ${workspaceId} and record_id = any(${[...ids]}::uuid[])`.execute(transaction)
  return new Map(rows.map(({ id, text }) => [id, text]))
}

function inTitle(folded: string): string[] {
  const inside = endingTerm(folded)
  return [`${quoted(`=${folded}`)}:*`, ...(inside === null ? [] : [`${quoted(inside)}:*`])]
}

/** Words hold nothing but letters, digits and signs: there is nothing in them to be escaped. */
function quoted(term: string): string {
  return `'${term}'`
}

function asTerms(alternatives: readonly string[]): RawBuilder<unknown> {
  return sql`${alternatives.join(' | ')}::tsquery`
}

function all(terms: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`(${sql.join(terms, sql` && `)})`
}

function matching(types: readonly string[], terms: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`record.type = any(${[...types]}::text[]) and search_entry.terms @@ ${terms}`
}

/** What begins with the words first, then the shorter title. */
function firstByTitle(words: readonly string[]): RawBuilder<unknown> {
  const beginning = words.map(foldWord).join(' ')
  return sql`starts_with(search_entry.folded_title, ${beginning}) desc, length(search_entry.folded_title),
    record.type, record.number`
}

async function select(
  context: Reader,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  rank: RawBuilder<unknown> = sql`0`,
): Promise<Candidate[]> {
  const { transaction, workspaceId } = context
  const { rows } = await sql<Candidate>`
    with candidate as materialized (
      select record.id, record.type, record.number, record.title, record.archived_at is not null as archived
      from search_entry
      join record on record.workspace_id = search_entry.workspace_id and record.id = search_entry.record_id
      where search_entry.workspace_id = ${workspaceId} and ${condition} and ${mayRead(context)}
      order by record.archived_at is not null, ${order} limit ${mostCandidates}
    )
    select candidate.*, search_entry.folded_title as folded, (${rank})::double precision as rank
    from candidate join search_entry
      on search_entry.workspace_id = ${workspaceId} and search_entry.record_id = candidate.id`.execute(
    transaction,
  )
  return rows
}
