import { expect, test } from 'vitest'
import { Refusal } from './refusal.ts'

test('a refusal says what it says in every language, and one that lacks a language does not pass the type check', () => {
  const no = { en: 'No.', de: 'Nein.' }
  expect(new Refusal('invalid', no)).toMatchObject({ message: 'No.', words: no, hint: undefined })
  expect(new Refusal('invalid', no, no)).toMatchObject({ hint: 'No.', hintWords: no })
  // @ts-expect-error -- a text alone is in no language
  const refusals = [() => new Refusal('invalid', 'No.')]
  // @ts-expect-error -- German is missing
  refusals.push(() => new Refusal('invalid', { en: 'No.' }))
  // @ts-expect-error -- German is missing in the hint
  refusals.push(() => new Refusal('invalid', no, { en: 'Try again.' }))
  // @ts-expect-error -- a field's message alone is in no language
  refusals.push(() => new Refusal('invalid', no, no, [{ path: 'name', message: 'is missing' }]))
  expect(refusals).toHaveLength(4)
})
