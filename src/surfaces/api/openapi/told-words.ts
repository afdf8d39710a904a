import type { Language, Words } from '#kernel/shape.ts'

/** What is told in every language, as it is told in one. */
export type InOneLanguage<Told> = Told extends Words
  ? string
  : Told extends object
    ? { readonly [Name in keyof Told]: InOneLanguage<Told[Name]> }
    : Told

/** The same with every text in one language. */
export function inOneLanguage<Told>(told: Told, language: Language): InOneLanguage<Told> {
  return spoken(told, language) as InOneLanguage<Told> // what it puts in the place of words is what the type puts there
}

function spoken(told: unknown, language: Language): unknown {
  if (typeof told !== 'object' || told === null) return told
  if (Array.isArray(told)) return told.map((each) => spoken(each, language))
  if (isWords(told)) return told[language]
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, spoken(value, language)]))
}

function isWords(told: object): told is Words {
  return 'en' in told && 'de' in told && typeof told.en === 'string' && typeof told.de === 'string'
}

/** Words one after another, with a space between them. */
export function joined(parts: readonly (Words | undefined)[]): Words {
  const all = parts.filter((part) => part !== undefined)
  const text = (language: Language) =>
    all
      .map((part) => part[language])
      .filter((said) => said !== '')
      .join(' ')
  return { en: text('en'), de: text('de') }
}
