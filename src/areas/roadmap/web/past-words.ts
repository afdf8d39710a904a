import { defineWords } from '#kit/language/words.ts'
import type { words } from './past-words-en.ts'

/** What forecasts of earlier days said, and how far they held. */
export const pastWords = defineWords<typeof words>({
  en: () => import('./past-words-en.ts'),
  de: () => import('./past-words-de.ts'),
})
