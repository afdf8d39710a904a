import type { Language, Words } from '#kernel/shape.ts'
import { wrap } from '../terminal/columns.ts'

export type Lines = readonly (readonly [flag: string, text: Words])[]

export const silent = { en: '', de: '' }

/** A heading and its lines, the text in a column of its own; under a long option instead of beside it. */
export function block(heading: Words, lines: Lines, language: Language): string[] {
  if (lines.length === 0) return []
  const [indent, width] = [26, 100]
  return [
    heading[language],
    ...lines.flatMap(([flag, words]) => {
      const text = words[language]
      const wrapped = text === '' ? [] : wrap(text, width - indent)
      const isBeside = flag.length <= indent - 4
      const first = isBeside ? `  ${flag.padEnd(indent - 2)}${wrapped[0] ?? ''}` : `  ${flag}`
      const rest = wrapped.slice(isBeside ? 1 : 0).map((line) => ' '.repeat(indent) + line)
      return [first.trimEnd(), ...rest]
    }),
    '',
  ]
}
