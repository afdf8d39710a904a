import { defineWords } from '#kit/language/words.ts'
import type { words } from './bring-in-words-en.ts'

export const bringInWords = defineWords<typeof words>({
  en: () => import('./bring-in-words-en.ts'),
  de: () => import('./bring-in-words-de.ts'),
})
