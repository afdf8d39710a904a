import { sql } from 'kysely'
import { z } from 'zod'
import { defineOperation, readAllRecords, type OperationContext } from '#kernel'
import { referredIn } from '#kernel/record/referred.ts'
import { searchRecords } from '#kernel/search/search-records.ts'
import { foldWord, wordsOf } from '#kernel/search/search-words.ts'
import type { RecordShape, SearchHit } from '#kernel/shape.ts'
import { hasEnded, stateOf } from '../bet-state.ts'
import { findInsight } from '../find-insight.ts'
import type { Proposal } from './proposal-shape.ts'
import { rankBets, type WordFound } from './rank-bets.ts'

/** So many words of an insight are looked for; the longest say the most. */
const mostWords = 8
const shortestWord = 4

/** Said of everything, and not among those that join words in the search. */
const empty = new Set(
  'every never always would could might must without three first second again immer schon jede jeder jedes zwei drei mehr beim zehn erste zweite dritte nobody somebody everybody asks asked wants wanted niemand jemand fragt fragen will wollen'.split(
    ' ',
  ),
)

/** Proposes bets that an insight may speak for, by the words that they share. */
export const proposeBets = defineOperation({
  name: 'insight.propose',
  summary: {
    en: 'Propose bets that an insight may speak for, each with the words that they share.',
    de: 'Wetten vorschlagen, für die eine Erkenntnis sprechen könnte, jede mit den Wörtern, die sie gemeinsam haben.',
  },
  input: z.strictObject({ key: z.string().max(40) }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { key }): Promise<{ readonly proposals: readonly Proposal[] }> {
    const { shape } = await findInsight(context, key)
    const has = referredIn(shape.fields['bets'])
    const bets = (await readAllRecords(context, 'bet'))
      .filter((bet) => !hasEnded(bet) && !has.includes(bet.key))
      .map((bet) => ({
        key: bet.key,
        title: bet.title,
        state: stateOf(bet.fields),
        goals: referredIn(bet.fields['goals']),
      }))
    if (bets.length === 0) return { proposals: [] }
    const found: WordFound[] = []
    for (const word of await tellingWords(context, shape)) {
      const { hits } = await searchRecords(context, { q: word, types: ['bet', 'goal'], limit: 50 })
      for (const hit of hits) {
        const place = placeOf(hit, word)
        if (place !== null && !hit.archived) found.push({ word, key: hit.key, in: place })
      }
    }
    return { proposals: rankBets(bets, found) }
  },
})

/** Words of the title, the labels and the text, as they stand there, without those that join others in either language. */
async function tellingWords({ transaction }: OperationContext, { title, fields }: RecordShape) {
  const texts = [
    title,
    referredIn(fields['labels']).join(' '),
    typeof fields['text'] === 'string' ? fields['text'] : '',
  ]
  const words = [...new Set(texts.flatMap((text) => wordsOf(text, 'asked')))]
    .filter((word) => Array.from(word).length >= shortestWord && !empty.has(word))
    .slice(0, 200)
  if (words.length === 0) return []
  const { rows } = await sql<{ word: string }>`select word from unnest(${words}::text[]) as word
    where to_tsvector('english', word) <> ''::tsvector and to_tsvector('german', word) <> ''::tsvector`.execute(
    transaction,
  )
  return rows
    .map(({ word }) => word)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostWords)
}

/** Where it was found; null where it only looks alike. */
function placeOf({ found, title, marks }: SearchHit, word: string): WordFound['in'] | null {
  if (found === 'title' || found === 'text') return found
  if (found !== 'typo') return null
  const isSame = marks.some(([from, to]) => isFormOf(foldWord(title.slice(from, to)), foldWord(word)))
  return isSame ? 'title' : null
}

/** Whether two words are forms of one: `certificate` and `certificates`, not `house` and `hours`. */
function isFormOf(one: string, other: string): boolean {
  const shared = Math.max(shortestWord, Math.min(one.length, other.length) - 1)
  return one.slice(0, shared) === other.slice(0, shared)
}
