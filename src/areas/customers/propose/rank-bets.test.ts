import { expect, test } from 'vitest'
import { rankBets } from './rank-bets.ts'

const bet = (key: string, goals: readonly string[] = []) => ({ key, title: key, state: 'idea', goals })

test('what shares no word is not proposed, and what shares a title stands before what shares a text', () => {
  const bets = [bet('BET-1'), bet('BET-2'), bet('BET-3')]
  const proposals = rankBets(bets, [
    { word: 'signature', key: 'BET-1', in: 'text' },
    { word: 'signature', key: 'BET-2', in: 'title' },
  ])
  expect(proposals.map(({ key }) => key)).toEqual(['BET-2', 'BET-1'])
  expect(proposals[0]?.because).toEqual([{ word: 'signature', in: 'title', goal: null }])
})

test('a word in the title of a goal proposes its bets, and says which goal; one in its texts does not', () => {
  const proposals = rankBets(
    [bet('BET-1', ['GOAL-7']), bet('BET-2', ['GOAL-8'])],
    [
      { word: 'landlords', key: 'GOAL-7', in: 'title' },
      { word: 'landlords', key: 'GOAL-8', in: 'text' },
    ],
  )
  expect(proposals).toEqual([
    {
      key: 'BET-1',
      title: 'BET-1',
      state: 'idea',
      because: [{ word: 'landlords', in: 'goal', goal: 'GOAL-7' }],
    },
  ])
})

test('a word that more than half of the bets have says nothing, and a rare one says more than a common one', () => {
  const bets = ['1', '2', '3', '4', '5', '6'].map((number) => bet(`BET-${number}`))
  const title = (word: string, ...keys: string[]) => keys.map((key) => ({ word, key, in: 'title' as const }))
  const proposals = rankBets(bets, [
    ...title('house', 'BET-1', 'BET-2', 'BET-3', 'BET-4'),
    ...title('bill', 'BET-5', 'BET-6'),
    ...title('paper', 'BET-6'),
  ])
  expect(proposals.map(({ key }) => key)).toEqual(['BET-6', 'BET-5'])
})

test('no more than five are proposed', () => {
  const keys = ['1', '2', '3', '4', '5', '6', '7'].map((number) => `BET-${number}`)
  const found = keys.map((key, at) => ({ word: `word${at}`, key, in: 'title' as const }))
  expect(
    rankBets(
      keys.map((key) => bet(key)),
      found,
    ),
  ).toHaveLength(5)
})
