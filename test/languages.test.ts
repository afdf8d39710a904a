import { IntlMessageFormat } from 'intl-messageformat'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../scripts/root.js'
import { wordsIn } from './support/words-in.ts'

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/testing\//.test(path))
  .toSorted()

const said = sources.flatMap((path) =>
  wordsIn(path, readFileSync(join(root, path), 'utf8')).map(({ en, de, line }) => ({
    where: `${path}:${line}`,
    en,
    de,
  })),
)

const catalogues = await Promise.all(
  sources
    .filter((path) => path.endsWith('-en.ts') && sources.includes(german(path)))
    .map(async (path) => ({ path, en: await wordsOf(path), de: await wordsOf(german(path)) })),
)

const everything = [
  ...said,
  ...catalogues.flatMap(({ path, en, de }) =>
    Object.entries(en).map(([key, text]) => ({ where: `${path} ${key}`, en: text, de: de[key] ?? '' })),
  ),
]

/** Words that are the same in both languages: names, and what German has taken over. */
const shared = new Set(
  [
    'Team,Teams,Person,Name,Passkeys,Repository,Branch,Commit,Releases,Hotspots,Export,Filter,Text,In,Roadmap',
    'GitHub,GitLab,Markdown,CSV,DORA,Version,h,Stream-aligned,Enabling,Vision,Design,Support,Segment,Web,Commits',
  ].flatMap((line) => line.split(',')),
)

test('everything is looked at: what stands side by side in the sources, and every catalogue of the pages', () => {
  expect(said.length).toBeGreaterThan(1000)
  expect(catalogues.length).toBeGreaterThan(9)
})

test('nothing is left in English where German is meant', () => {
  const ownWords = (text: string) => text.replaceAll(/\{[^{}]*\}/g, '').match(/\p{L}[\p{L}-]*/gu) ?? []
  const isShared = (text: string) => ownWords(text).every((word) => shared.has(word))
  expect(everything.filter(({ en, de }) => en === de && !isShared(en))).toEqual([])
  // Names of fields and options stand in quotes, comments and brackets.
  const bare = (text: string) => text.replaceAll(/„[^“]*“|<!--.*?-->|\w+ \([^)]*\)/g, '')
  expect(
    everything.filter(({ de }) => /\b(the|and|of|with|your|you|which|this|that)\b/.test(bare(de))),
  ).toEqual([])
})

test('German says „Du“ with its capital, and nothing is exclaimed in either language', () => {
  const isSmall = /(?<!\/)\b(du|dich|dir|dein(e[mnrs]?)?)\b/
  expect(everything.filter(({ de }) => isSmall.test(de))).toEqual([])
  expect(everything.filter(({ en, de }) => /!(?!--)/.test(en + de))).toEqual([])
})

test('what reads English words reads German ones too', () => {
  const reasons = [
    ['src/surfaces/mcp/', 'agents read English'],
    ['src/kernel/operation/', 'what an error says in a log'],
    ['src/surfaces/cli/wrong-use.ts', 'what an error says in a log'],
    ['src/surfaces/api/answering.ts', 'what an error says in a log'],
    ['src/workspace/files/record-file.ts', 'headings of exported files are the same everywhere'],
    ['src/surfaces/web/records/name-within.ts', 'only English is changed'],
  ] as const
  const english = sources
    .filter((path) => !reasons.some(([place]) => path.startsWith(place)))
    .filter((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return /\.en\b/.test(text) && !/\.de\b/.test(text)
    })
  expect(english).toEqual([])
})

test('one thing has one name in German', () => {
  const others =
    /Befehlszeile|Zeitfenster|Punktwert|Eingabemaske|Begutachtung|Ticket|\bMaße?(?![a-zß])|\bLink (?:zwischen|von)\b/
  expect(everything.filter(({ de }) => others.test(de))).toEqual([])
})

test.each(catalogues.map((each) => [each.path, each] as const))(
  '%s asks for the same values in both languages',
  (_, { en, de }) => {
    const asked = (words: Readonly<Record<string, string>>, language: string) =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [key, valuesOf(text, language)]))
    expect(asked(de, 'de')).toEqual(asked(en, 'en'))
  },
)

function german(path: string): string {
  return path.replace(/-en\.ts$/, '-de.ts')
}

async function wordsOf(path: string): Promise<Readonly<Record<string, string>>> {
  const { words }: { words: Readonly<Record<string, string>> } = await import(join(root, path))
  return words
}

/** Names of the values that a message is filled with, in order. */
function valuesOf(text: string, language: string): readonly string[] {
  // The parser itself says whether the message is well formed; a name follows each opening brace outside of a branch.
  expect(() => new IntlMessageFormat(text, language)).not.toThrow()
  return [...new Set(Array.from(text.matchAll(/\{(\w+)(?=[,}])/g), ([, name = '']) => name))].toSorted()
}
