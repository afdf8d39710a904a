import type { Language } from '#kernel/shape.ts'

/** The language that the environment asks for: German for `de`, `de_AT.UTF-8` and the like, else English. */
export function languageOfEnvironment(environment: NodeJS.ProcessEnv): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^de($|[_.@-])/i.test(locale) ? 'de' : 'en'
}
