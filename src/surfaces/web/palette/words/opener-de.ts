import type { words as en } from './opener-en.ts'

export const words: Record<keyof typeof en, string> = { open: 'Suchen' }
