import { expect, test } from 'vitest'
import { languageOfEnvironment } from './language-of-environment.ts'

test.each([
  [{}, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'de'],
  [{ LANG: 'de' }, 'de'],
  [{ LANG: 'de_AT@euro', LC_ALL: '' }, 'de'],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'de_CH.UTF-8' }, 'de'],
  [{ LANG: 'del_US.UTF-8' }, 'en'],
  [{ LANG: 'C' }, 'en'],
] as const)('the environment %j asks for %s', (environment, language) => {
  expect(languageOfEnvironment(environment)).toBe(language)
})
