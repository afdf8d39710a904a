import { resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Language } from '#kernel/shape.ts'
import { languageOfEnvironment } from '../language-of-environment.ts'
import { dataHome } from '../data-home.ts'
import { type DataArguments } from '../read-arguments.ts'
import { parse } from '../parse-options.ts'
import { WrongUse } from '../wrong-use.ts'

/** What a command reads a passphrase from, and writes its answer to. */
export interface Streams {
  readonly input: Readable
  readonly output: Writable
}

interface Common {
  readonly language: Language
  readonly data: string
  readonly json: boolean
}

export interface FileArguments extends Common {
  readonly command: 'export' | 'import'
  /** The folder that is written or read. */
  readonly place: string
}

export interface BackupArguments extends Common {
  readonly command: 'backup' | 'restore'
  /** The file that is written or read. */
  readonly place: string
  /** Whether the passphrase comes on standard input. */
  readonly passphrase: boolean
  /** File with the key to open a backup with; null for the one beside it. */
  readonly keyFile: string | null
  /** List of erasures to repeat besides those that are found by themselves; null for none. */
  readonly erasures: string | null
}

export interface DoctorArguments extends Common {
  readonly command: 'doctor'
  /** A head that an export handed out; null to check the chain by itself. */
  readonly since: string | null
}

type CommandName = 'export' | 'import' | 'backup' | 'restore' | 'doctor'

const own: Readonly<Record<CommandName, ParseArgsOptionsConfig>> = {
  export: {},
  import: {},
  backup: { 'passphrase-stdin': { type: 'boolean' } },
  restore: {
    'passphrase-stdin': { type: 'boolean' },
    'key-file': { type: 'string' },
    erasures: { type: 'string' },
  },
  doctor: { since: { type: 'string' } },
}

/** Reads a command about the data as a whole; throws WrongUse where it cannot be understood. */
export function readDataArguments({
  args: [command = '', ...rest],
  folder,
  environment,
}: DataArguments): FileArguments | BackupArguments | DoctorArguments | { readonly command: 'help' } {
  if (!isCommand(command))
    throw new WrongUse({ en: `There is no command "${command}".`, de: `Es gibt keinen Befehl „${command}“.` })
  const options: ParseArgsOptionsConfig = {
    help: { type: 'boolean', short: 'h' },
    data: { type: 'string' },
    json: { type: 'boolean' },
    ...own[command],
  }
  const { values, positionals } = parse(rest, options)
  if (values['help']) return { command: 'help' }
  if (values['data'] === '')
    throw new WrongUse({ en: 'The folder behind --data is empty.', de: 'Der Ordner hinter --data ist leer.' })
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  const data = text('data')
  const common = {
    language: languageOfEnvironment(environment),
    data: data === null ? dataHome(environment) : resolve(folder, data),
    json: values['json'] === true,
  }
  if (command === 'doctor') {
    if (positionals[0] !== undefined)
      throw new WrongUse({ en: `"${positionals[0]}" is too much.`, de: `„${positionals[0]}“ ist zu viel.` })
    return { ...common, command, since: text('since') }
  }
  const what = command === 'export' || command === 'import' ? 'DIR' : 'FILE'
  const [named, tooMuch] = positionals
  if (!named)
    throw new WrongUse({
      en: `Say which: leitstand ${command} ${what}.`,
      de: `Sag, welche: leitstand ${command} ${what}.`,
    })
  if (tooMuch !== undefined)
    throw new WrongUse({
      en: `"${tooMuch}" is too much: one ${what} at a time.`,
      de: `„${tooMuch}“ ist zu viel: immer nur ein ${what}.`,
    })
  const place = resolve(folder, named)
  if (command === 'export' || command === 'import') return { ...common, command, place }
  const path = (name: string) => {
    const given = text(name)
    return given === null ? null : resolve(folder, given)
  }
  return {
    ...common,
    command,
    place,
    passphrase: values['passphrase-stdin'] === true,
    keyFile: path('key-file'),
    erasures: path('erasures'),
  }
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(own, word)
}
