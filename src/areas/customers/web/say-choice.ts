import type { Language, Words } from '#kernel/shape.ts'
import { insight } from '../insight.record.ts'

/** What people read for a word of a field of insights. */
export function sayChoice(field: 'source' | 'state' | 'consent', word: string, language: Language): string {
  const choices: Readonly<Record<string, Words>> = insight.fields[field].choices
  return choices[word]?.[language] ?? word
}
