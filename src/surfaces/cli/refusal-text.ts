import type { Refusal } from '#kernel/operation/refusal.ts'
import type { Language } from '#kernel/shape.ts'
import { harmless } from './terminal/harmless.ts'

/** What was refused and what to do, as a terminal shows it: its own lines stay lines, everything else is harmless. */
export function refusalText(
  { words, hintWords }: Pick<Refusal, 'words' | 'hintWords'>,
  language: Language,
): string {
  return [words, ...(hintWords ? [hintWords] : [])]
    .flatMap((said) => said[language].split('\n'))
    .map((line) => `${harmless(line)}\n`)
    .join('')
}
