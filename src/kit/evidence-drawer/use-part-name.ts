import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'

const named = ['feature', 'foundation', 'reliability', 'learning', 'upkeep', 'unclassified'] as const

/** Names of a figure's parts; a part that has no name yet is shown by its key. */
export function usePartName(): (key: string) => string {
  const words = useWords(kitWords)
  return (key) => {
    const known = named.find((name) => name === key)
    return known ? words(`part.${known}`) : key.replaceAll('-', ' ')
  }
}
