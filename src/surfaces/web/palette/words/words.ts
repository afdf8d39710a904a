import { defineWords } from '#kit/language/words.ts'
import type { words as opener } from './opener-en.ts'
import type { words as palette } from './palette-en.ts'

export const openerWords = defineWords<typeof opener>({
  en: () => import('./opener-en.ts'),
  de: () => import('./opener-de.ts'),
})

export const paletteWords = defineWords<typeof palette>({
  en: () => import('./palette-en.ts'),
  de: () => import('./palette-de.ts'),
})
