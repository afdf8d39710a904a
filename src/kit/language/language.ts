import { useSyncExternalStore } from 'react'

export type Language = 'en' | 'de'

const languages = ['en', 'de'] as const satisfies readonly Language[]

const key = 'leitstand.language'
const listeners = new Set<() => void>()
let current: Language | undefined

export function currentLanguage(): Language {
  current ??= remembered() ?? preferred()
  return current
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

/** Switches the language at once: whoever calls has loaded its words. */
export function applyLanguage(language: Language): void {
  current = language
  document.documentElement.lang = language
  try {
    localStorage.setItem(key, language)
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function remembered(): Language | undefined {
  try {
    const stored = localStorage.getItem(key)
    return languages.find((language) => language === stored)
  } catch {
    return undefined
  }
}

function preferred(): Language {
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en'
}
