import type { Language } from '#kernel/shape.ts'
import { usageInGerman } from './usage-de.ts'
import { usage } from './usage.ts'

export function usageIn(language: Language): string {
  return { en: usage, de: usageInGerman }[language]
}
