import { IntlMessageFormat } from 'intl-messageformat'
import { use } from 'react'
import { applyLanguage, useLanguage, type Language } from './language.ts'

/** The words of one part of the interface, a file a language; a language is loaded when it is first read in. */
export interface Words<Key extends string> {
  load(language: Language): Promise<Translate<Key>>
}

export type Values = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, values?: Values) => string

type Source<Key extends string> = () => Promise<{ readonly words: Readonly<Record<Key, string>> }>

const known = new Set<Words<string>>()

/** `Catalogue` is the type of the English words: the other languages must have exactly its keys. */
export function defineWords<Catalogue extends Readonly<Record<string, string>>>(
  sources: Readonly<Record<Language, Source<keyof Catalogue & string>>>,
): Words<keyof Catalogue & string> {
  const loaded = new Map<Language, Promise<Translate<keyof Catalogue & string>>>()
  const words: Words<keyof Catalogue & string> = {
    load(language) {
      const before = loaded.get(language)
      if (before) return before
      const loading = sources[language]().then(({ words }) => translator(words, language))
      // A failed load is not kept: the next reader asks again.
      loading.catch(() => loaded.delete(language))
      loaded.set(language, loading)
      return loading
    },
  }
  known.add(words)
  return words
}

/** Waits, under the nearest Suspense, for the words in the reader's language. */
export function useWords<Key extends string>(words: Words<Key>): Translate<Key> {
  return use(words.load(useLanguage()))
}

/** Loads the words of all parts seen so far, then switches: no part is left in the other language. */
export async function switchLanguage(language: Language): Promise<void> {
  await Promise.all([...known].map((words) => words.load(language)))
  applyLanguage(language)
}

function translator<Key extends string>(
  words: Readonly<Record<Key, string>>,
  language: Language,
): Translate<Key> {
  const parsed = new Map<Key, IntlMessageFormat>()
  return (key, values) => {
    const text = words[key]
    if (!text.includes('{')) return text
    let message = parsed.get(key)
    if (!message) {
      message = new IntlMessageFormat(text, language)
      parsed.set(key, message)
    }
    return String(message.format(values))
  }
}
