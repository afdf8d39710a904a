import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'

const known = ['elite', 'high', 'medium', 'low'] as const

/** Name of a published band in the reader's language; one that is not known keeps its own. */
export function useBandName(): (name: string) => string {
  const words = useWords(kitWords)
  return (name) => {
    const band = known.find((one) => one === name.toLowerCase())
    return band ? words(`band.${band}`) : name
  }
}
