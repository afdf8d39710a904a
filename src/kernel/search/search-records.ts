import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import type { RecordDefinition } from '../record/define-record.ts'
import { mayReadType } from '../record/may-read.ts'
import { editDistance } from './edit-distance.ts'
import {
  byMistypedTitle,
  byNumber,
  byText,
  byTitle,
  stemsOf,
  textsOf,
  type Candidate,
} from './find-candidates.ts'
import { marksIn, matchTitle } from './match-title.ts'
import type { SearchAnswer, SearchHit } from './search-shape.ts'
import { foldWord, wordsOf } from './search-words.ts'
import { snippetOf } from './snippet.ts'

export interface SearchQuery {
  readonly q: string
  readonly types: readonly string[]
  readonly limit: number
}

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

const longestQuestion = 200
const mostWords = 10

interface Found extends Candidate {
  readonly by: SearchHit['found']
  /** The smaller the better, compared part by part. */
  readonly order: readonly number[]
}

/**
 * Finds records by key, title and texts, as far as the actor may see them: an exact key first, then titles that begin
 * with what was asked for, that have its words, that have them mistyped, then texts. Refuses a question of more than
 * 200 characters and a type that is not there.
 */
export async function searchRecords(context: Reader, query: SearchQuery): Promise<SearchAnswer> {
  assertShort(query.q)
  const definitions = typesOf(context, query.types)
  const types = definitions.map(({ type }) => type)
  const words = [...new Set(wordsOf(query.q, 'asked'))].slice(0, mostWords)
  if (words.length === 0 || types.length === 0) return { hits: [], more: false }
  const folded = words.map(foldWord)
  const found = new Map<string, Found>()
  const take = (
    candidates: readonly Candidate[],
    by: Found['by'],
    orderOf: (one: Candidate) => number[] | null,
  ) => {
    for (const candidate of candidates) {
      const order = found.has(candidate.id) ? null : orderOf(candidate)
      // What was looked for as mistyped may be right after all.
      if (order)
        found.set(candidate.id, { ...candidate, by: by === 'typo' && order[0] !== 4 ? 'title' : by, order })
    }
  }
  const isEnough = () => [...found.values()].filter(({ archived }) => !archived).length > query.limit
  const asTitle = (candidate: Candidate) => {
    const match = matchTitle(candidate.folded, folded)
    return match && [1 + match.group, match.distance, candidate.folded.length]
  }

  for (const { definition, number, distance } of keysMeant(query.q, definitions))
    take(await byNumber(context, definition.type, number), distance === 0 ? 'key' : 'typo', () => [
      distance === 0 ? 0 : 4,
      0,
      0,
    ])
  take(await byTitle(context, types, words), 'title', asTitle)
  if (!isEnough()) take(await byMistypedTitle(context, types, words), 'typo', asTitle)
  if (!isEnough()) take(await byText(context, types, words), 'text', ({ rank }) => [5, -rank, 0])

  const sorted = [...found.values()].sort(compare(types))
  const hits = sorted.slice(0, query.limit)
  return { hits: await toHits(context, hits, words, folded), more: sorted.length > query.limit }
}

function assertShort(q: string): void {
  const { length } = Array.from(q)
  if (length <= longestQuestion) return
  throw new Refusal(
    'invalid',
    {
      en: `The search has ${length} characters; at most ${longestQuestion} are possible.`,
      de: `Die Suche hat ${length} Zeichen; höchstens ${longestQuestion} sind möglich.`,
    },
    { en: 'Search for a few words.', de: 'Suche nach wenigen Wörtern.' },
  )
}

/** The types that are searched; those the actor may not see are told like those that are not there. */
function typesOf({ records, actor }: Reader, asked: readonly string[]): RecordDefinition[] {
  const readable = records.all.filter((definition) => mayReadType(actor, definition))
  if (asked.length === 0) return readable
  const unknown = asked.find((type) => !readable.some((definition) => definition.type === type))
  if (unknown === undefined) return readable.filter(({ type }) => asked.includes(type))
  const shown = unknown.slice(0, 60)
  const known = readable.map(({ type }) => type).join(', ')
  throw new Refusal(
    'invalid',
    { en: `There is no type of record ${shown}.`, de: `Es gibt keine Art von Datensatz ${shown}.` },
    { en: `There are ${known}.`, de: `Es gibt ${known}.` },
  )
}

/** `GOAL-3`, `goal 3` and `gaol3` all mean the same record. */
function keysMeant(q: string, definitions: readonly RecordDefinition[]) {
  const parsed = /^\s*([A-Za-z]{2,9})[\s_-]{0,3}([1-9]\d{0,8})\s*$/.exec(q)
  if (!parsed) return []
  const prefix = (parsed[1] ?? '').toUpperCase()
  const number = Number(parsed[2])
  const near = definitions
    .map((definition) => ({ definition, number, distance: editDistance(prefix, definition.prefix) }))
    .filter(({ distance }) => distance <= (prefix.length < 4 ? 0 : 1))
  const exact = near.filter(({ distance }) => distance === 0)
  return (exact.length > 0 ? exact : near).filter(() => number <= 2_147_483_647)
}

/** Archived ones last; what is equally good stands in the order of types and numbers, so that it is the same each time. */
function compare(types: readonly string[]) {
  return (a: Found, b: Found): number => {
    const [one, other] = [a, b].map((found) => [
      Number(found.archived),
      ...found.order,
      types.indexOf(found.type),
      found.number,
    ])
    return (
      (one ?? []).map((value, at) => value - (other?.[at] ?? 0)).find((difference) => difference !== 0) ?? 0
    )
  }
}

async function toHits(
  context: Reader,
  found: readonly Found[],
  words: readonly string[],
  folded: readonly string[],
): Promise<SearchHit[]> {
  const inTexts = found.filter(({ by }) => by === 'text').map(({ id }) => id)
  const texts = inTexts.length === 0 ? new Map<string, string>() : await textsOf(context, inTexts)
  const stems = inTexts.length === 0 ? [] : [...(await stemsOf(context, words)), ...words]
  return found.map(({ id, type, number, title, archived, by }) => ({
    type,
    key: `${context.records.ofType(type).prefix}-${number}`,
    title,
    archived,
    found: by,
    marks: marksIn(title, folded),
    snippet: by === 'text' ? snippetOf(texts.get(id) ?? '', stems) : null,
  }))
}
