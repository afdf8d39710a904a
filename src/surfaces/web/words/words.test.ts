import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { words as deliveryDe } from '#areas/delivery/web/words-de.ts'
import { words as deliveryEn } from '#areas/delivery/web/words-en.ts'
import { words as structureDe } from '#areas/structure/web/words-de.ts'
import { words as structureEn } from '#areas/structure/web/words-en.ts'
import { words as teamDe } from '#areas/team/web/words-de.ts'
import { words as teamEn } from '#areas/team/web/words-en.ts'
import { words as fieldsDe } from '#kit/fields/words/words-de.ts'
import { words as fieldsEn } from '#kit/fields/words/words-en.ts'
import { words as accountDe } from '../account/words-de.ts'
import { words as accountEn } from '../account/words-en.ts'
import { words as kitDe } from '#kit/words/words-de.ts'
import { words as kitEn } from '#kit/words/words-en.ts'
import { words as openerDe } from '../palette/words/opener-de.ts'
import { words as openerEn } from '../palette/words/opener-en.ts'
import { words as paletteDe } from '../palette/words/palette-de.ts'
import { words as paletteEn } from '../palette/words/palette-en.ts'
import { words as kitPageDe } from '../kit/words/words-de.ts'
import { words as kitPageEn } from '../kit/words/words-en.ts'
import { words as recordsDe } from '../records/words/words-de.ts'
import { words as recordsEn } from '../records/words/words-en.ts'
import { words as shellDe } from './words-de.ts'
import { words as shellEn } from './words-en.ts'

const catalogues = {
  kit: [kitEn, kitDe],
  fields: [fieldsEn, fieldsDe],
  records: [recordsEn, recordsDe],
  'page of the kit': [kitPageEn, kitPageDe],
  shell: [shellEn, shellDe],
  opener: [openerEn, openerDe],
  palette: [paletteEn, paletteDe],
  account: [accountEn, accountDe],
  delivery: [deliveryEn, deliveryDe],
  structure: [structureEn, structureDe],
  team: [teamEn, teamDe],
} as const

test.each(Object.entries(catalogues))(
  'the words of the %s ask for the same values in both languages',
  (_, [en, de]) => {
    const asked = (catalogue: Readonly<Record<string, string>>, language: string) =>
      Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, valuesOf(text, language)]))
    expect(asked(de, 'de')).toEqual(asked(en, 'en'))
  },
)

test.each(Object.entries(catalogues))('no word of the %s is left in English', (_, [en, de]) => {
  const german = new Map<string, string>(Object.entries(de))
  const same = Object.entries(en).filter(
    ([key, text]) => german.get(key) === text && text.split(' ').length > 3,
  )
  expect(same).toEqual([])
})

/** Names of the values that a message is filled with, in order. */
function valuesOf(text: string, language: string): readonly string[] {
  // The parser itself says whether the message is well formed; a name follows each opening brace outside of a branch.
  expect(() => new IntlMessageFormat(text, language)).not.toThrow()
  return [...new Set(Array.from(text.matchAll(/\{(\w+)(?=[,}])/g), ([, name = '']) => name))].toSorted()
}
