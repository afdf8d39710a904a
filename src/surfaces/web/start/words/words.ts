import { defineWords } from '#kit/language/words.ts'
import type { words as banner } from './banner-en.ts'
import type { words as start } from './words-en.ts'

export const startWords = defineWords<typeof start>({
  en: () => import('./words-en.ts'),
  de: () => import('./words-de.ts'),
})

export const bannerWords = defineWords<typeof banner>({
  en: () => import('./banner-en.ts'),
  de: () => import('./banner-de.ts'),
})
