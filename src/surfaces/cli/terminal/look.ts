import type { Language, Words } from '#kernel/shape.ts'
import { languageOfEnvironment } from '../language-of-environment.ts'
import { fit as fitUnicode, fitPath as fitPathUnicode } from './columns.ts'

/** What the terminal at the other end can show, and what is read there. */
export interface Terminal {
  readonly columns: number
  readonly colour: boolean
  readonly unicode: boolean
  readonly language: Language
}

type Ink = 'strong' | 'faint' | 'accent' | 'warning'

/** How to write for one terminal: inks, signs, widths, and the words and numbers of its language. */
export interface Look extends Terminal {
  ink(ink: Ink, text: string): string
  say(words: Words): string
  number(value: number, decimals?: number): string
  readonly sign: { readonly dash: string; readonly dot: string; readonly rule: string; readonly link: string }
  fit(text: string, columns: number, align?: 'left' | 'right'): string
  fitPath(path: string, columns: number): string
}

const codes: Record<Ink, readonly [on: number, off: number]> = {
  strong: [1, 22],
  faint: [2, 22],
  accent: [36, 39],
  warning: [33, 39],
}

const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

const unicodeSigns = { dash: '–', dot: '·', rule: '─', link: '↔' }
const asciiSigns = { dash: '-', dot: '|', rule: '-', link: '<>' }

export function look(terminal: Terminal): Look {
  const plain = (text: string) => (terminal.unicode ? text : text.replaceAll('…', '~'))
  return {
    ...terminal,
    ink(ink, text) {
      const [on, off] = codes[ink]
      return terminal.colour && text !== '' ? `\u{1b}[${on}m${text}\u{1b}[${off}m` : text
    },
    say: (words) => (terminal.unicode ? words[terminal.language] : spelledOut(words[terminal.language])),
    number: (value, decimals = 0) =>
      value.toLocaleString(locales[terminal.language], { maximumFractionDigits: decimals }),
    sign: terminal.unicode ? unicodeSigns : asciiSigns,
    fit: (text, columns, align) => plain(fitUnicode(text, columns, align)),
    fitPath: (path, columns) => plain(fitPathUnicode(path, columns)),
  }
}

/** The same terminal, read in another language. */
export function lookIn(language: Language, shown: Look): Look {
  const { columns, colour, unicode } = shown
  return language === shown.language ? shown : look({ columns, colour, unicode, language })
}

const spellings = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  '„': '"',
  '“': '"',
  '’': "'",
  '–': '-',
}

/** The same in ASCII alone. */
function spelledOut(text: string): string {
  return Object.entries(spellings).reduce(
    (left, [letter, spelling]) => left.replaceAll(letter, spelling),
    text,
  )
}

interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Reads from the environment what the output can show. NO_COLOR and FORCE_COLOR are obeyed, the latter first. */
export function terminalOf(output: Output, environment: NodeJS.ProcessEnv): Terminal {
  const isTerminal = output.isTTY === true
  const width = isTerminal ? (output.columns ?? 80) : 80
  return {
    columns: Math.min(120, Math.max(60, width)),
    colour: wantsColour(isTerminal, environment),
    unicode: showsUnicode(environment),
    language: languageOfEnvironment(environment),
  }
}

function wantsColour(isTerminal: boolean, environment: NodeJS.ProcessEnv): boolean {
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (environment['NO_COLOR']) return false
  return isTerminal && environment['TERM'] !== 'dumb'
}

/** A locale that names another encoding, or a terminal that says it can do little. */
function showsUnicode(environment: NodeJS.ProcessEnv): boolean {
  if (environment['TERM'] === 'dumb') return false
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG']
  return !locale || /utf-?8/i.test(locale)
}
