import { recordOperations } from '#kernel'
import { chance } from './chance.ts'
import { fillWorkspace } from './fill-workspace.ts'

/**
 * Fills a new data folder with made-up records, the same each time: titles of three to six words out of some two
 * thousand, texts of 150. Gives what to search for in it: keys, beginnings, words, mistyped ones, texts, one letter, nothing.
 */
export async function generatedRecords(folder: string, count: number): Promise<string[]> {
  const random = chance(7)
  const vocabulary = Array.from({ length: 2000 }, () => aWord(random))
  // As in a language, a few words are used most of the time.
  const pick = () => vocabulary[Math.floor(random() ** 3 * vocabulary.length)] ?? ''
  const text = (words: number) => Array.from({ length: words }, pick).join(' ')
  const titles: string[] = []
  await fillWorkspace(folder, function* (kernel) {
    const { create } = recordOperations(kernel.records.ofType('goal'))
    for (let at = 0; at < count; at++) {
      const title = text(3 + Math.floor(random() * 4))
      const why = text(150)
      titles.push(title)
      yield (context) => create.run(context, { fields: { title, why } })
    }
  })
  return Array.from({ length: 20 }, (_, at) => titles[at * 97] ?? '').flatMap((title, at) => {
    const [word = '', next = ''] = title.split(' ')
    const swapped = `${word.slice(0, 2)}${word.slice(3, 4)}${word.slice(2, 3)}${word.slice(4)}`
    return [
      `GOAL-${at * 53 + 1}`,
      title.slice(0, 9),
      `${next} ${word}`,
      swapped,
      `${pick()} ${pick()}`,
      word.slice(0, 1),
      `${word}qqqq`,
    ]
  })
}

function aWord(random: () => number): string {
  const syllables = [
    'ent',
    'lie',
    'fer',
    'ung',
    'kun',
    'den',
    'zu',
    'frie',
    'heit',
    'pro',
    'duct',
    'de',
    'liv',
    'er',
    'stra',
    'te',
    'gy',
    'team',
    're',
    'lease',
    'wach',
    'sen',
    'mar',
    'gin',
  ]
  const length = 2 + Math.floor(random() * 3)
  return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)] ?? '').join('')
}
