import { expect, test } from 'vitest'
import { Refusal } from '#kernel/operation/refusal.ts'
import { refusalText } from './refusal-text.ts'

test('a refusal of several lines has them in the terminal, and nothing in it steers that', () => {
  const refusal = new Refusal(
    'invalid',
    { en: 'Nothing was written.\ngoals/GOAL-1.md: Wrong.\na\u{1b}[2J.md: Wrong.', de: 'Nichts.' },
    { en: 'Correct the files.', de: 'Berichtige die Dateien.' },
  )
  expect(refusalText(refusal, 'en')).toBe(
    'Nothing was written.\ngoals/GOAL-1.md: Wrong.\na\\u{1b}[2J.md: Wrong.\nCorrect the files.\n',
  )
  expect(refusalText(refusal, 'de')).toBe('Nichts.\nBerichtige die Dateien.\n')
})
