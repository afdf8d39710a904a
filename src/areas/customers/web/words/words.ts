import { defineWords } from '#kit/language/words.ts'
import type { words } from './words-en.ts'

export const inboxWords = defineWords<typeof words>({
  en: () => import('./words-en.ts'),
  de: () => import('./words-de.ts'),
})
