import type { Language, Words } from '#kernel/shape.ts'

/** A name within a sentence: English writes it small there, German does not. */
export function nameWithin(name: Words, language: Language): string {
  return language === 'en' ? name.en.toLowerCase() : name[language]
}
