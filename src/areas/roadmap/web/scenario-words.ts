import { defineWords } from '#kit/language/words.ts'
import type { words } from './scenario-words-en.ts'

export const scenarioWords = defineWords<typeof words>({
  en: () => import('./scenario-words-en.ts'),
  de: () => import('./scenario-words-de.ts'),
})
