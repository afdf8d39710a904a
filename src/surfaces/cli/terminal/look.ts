import { fit as fitUnicode, fitPath as fitPathUnicode } from './columns.ts'

/** What the terminal at the other end can show. */
export interface Terminal {
  readonly columns: number
  readonly colour: boolean
  readonly unicode: boolean
}

type Ink = 'strong' | 'faint' | 'accent' | 'warning'

/** How to write for one terminal: inks, signs and widths. */
export interface Look extends Terminal {
  ink(ink: Ink, text: string): string
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
    sign: terminal.unicode ? unicodeSigns : asciiSigns,
    fit: (text, columns, align) => plain(fitUnicode(text, columns, align)),
    fitPath: (path, columns) => plain(fitPathUnicode(path, columns)),
  }
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
