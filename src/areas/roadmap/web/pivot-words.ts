import { defineWords } from '#kit/language/words.ts'
import type { words } from './pivot-words-en.ts'

export const pivotWords = defineWords<typeof words>({
  en: () => import('./pivot-words-en.ts'),
  de: () => import('./pivot-words-de.ts'),
})
