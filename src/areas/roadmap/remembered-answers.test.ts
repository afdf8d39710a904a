import { expect, test } from 'vitest'
import { rememberedAnswers } from './remembered-answers.ts'

const large = (days: number) => ({ bets: [{ cumulative: Array.from({ length: days }, () => 0) }] })
const held = (names: readonly string[]) => names.filter((name) => rememberedAnswers.of(name) !== undefined)

test('the answers of lately are held, so many and so much of them', () => {
  const few = Array.from({ length: 14 }, (_, at) => `few ${at}`)
  for (const name of few) rememberedAnswers.keep(name, large(10))
  expect(held(few)).toEqual(few.slice(2))
  for (const name of ['a', 'b', 'c']) rememberedAnswers.keep(name, large(150_000))
  expect(held([...few, 'a', 'b', 'c'])).toEqual(['b', 'c'])
  rememberedAnswers.keep('too much', large(500_000))
  expect(held([...few, 'a', 'b', 'c', 'too much'])).toEqual([])
})
