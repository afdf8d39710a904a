import type { Dice } from './dice.ts'

const nouns = [
  'reading',
  'meter',
  'house',
  'share',
  'tariff',
  'bill',
  'roof',
  'hour',
  'gap',
  'price',
  'window',
]
const actions = ['read', 'find', 'join', 'sum', 'check', 'place', 'merge', 'trim', 'rate', 'settle']
const large = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The lines of a new file. */
export function newFile(dice: Dice, name: string): string[] {
  const lines = [
    `import { now } from '../clock'`,
    `import type { ${large(dice.pick(nouns))} } from './shapes'`,
    '',
  ]
  for (let count = dice.between(3, 8); count > 0; count--) lines.push(...block(dice, name))
  return lines
}

/** The lines of a file after somebody worked on it. */
export function worked(dice: Dice, name: string, lines: readonly string[], grows: boolean): string[] {
  const written = [...lines]
  const starts = written.flatMap((line, at) => (line.startsWith('export function') ? [at] : []))
  if (starts.length > 2 && dice.chance(grows ? 0.08 : 0.35)) {
    const at = dice.pick(starts)
    const end = written.indexOf('}', at)
    written.splice(at, Math.max(1, end - at + 2))
  }
  if (starts.length === 0 || (grows && dice.chance(0.6))) {
    written.splice(starts.length === 0 ? written.length : dice.pick(starts), 0, ...block(dice, name))
    return written
  }
  for (let count = dice.between(1, 4); count > 0; count--) {
    const at = dice.between(3, Math.max(3, written.length - 1))
    if (/^ {2,}\S/.test(written[at] ?? '')) written.splice(at, dice.chance(0.5) ? 1 : 0, ...inner(dice, 2))
  }
  return written
}

function block(dice: Dice, name: string): string[] {
  const [given, found] = [dice.pick(nouns), dice.pick(nouns)]
  const title = `${dice.pick(actions)}${large(found)}${large(name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))}${dice.between(1, 99)}`
  const lines = [`export function ${title}(${given}: ${large(given)}): ${large(found)} {`]
  for (let count = dice.between(1, 4); count > 0; count--) lines.push(...inner(dice, 2))
  return [...lines, `  return ${actionOn(dice, given)}`, '}', '']
}

function inner(dice: Dice, depth: number): string[] {
  const space = ' '.repeat(depth)
  const [one, other] = [dice.pick(nouns), dice.pick(nouns)]
  if (depth < 8 && dice.chance(0.4)) {
    const head = dice.chance(0.5)
      ? `if (${one}.${other} > ${dice.between(1, 60)}) {`
      : `for (const ${one} of ${other}s) {`
    return [`${space}${head}`, ...inner(dice, depth + 2), `${space}}`]
  }
  return [`${space}const ${one}${dice.between(1, 99)} = ${actionOn(dice, other)}`]
}

function actionOn(dice: Dice, noun: string): string {
  return `${dice.pick(actions)}(${noun}.${dice.pick(nouns)}, ${dice.between(1, 900)})`
}
