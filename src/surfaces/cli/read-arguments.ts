import { resolve } from 'node:path'
import { dataHome } from './data-home.ts'
import { parse } from './parse-options.ts'
import { readForecastArguments, type ForecastArguments } from './forecast-arguments.ts'
import { readInstant } from './read-instant.ts'
import { readOrigin } from './read-origin.ts'
import { WrongUse } from './wrong-use.ts'

export interface ScanArguments {
  readonly command: 'scan'
  readonly path: string
  readonly json: boolean
  readonly lines: boolean
  /** Milliseconds since 1970; null for the head's own instant. */
  readonly asOf: number | null
  readonly weeks: number
  readonly top: number | null
}

export interface ServeArguments {
  readonly command: 'serve'
  /** Null for none: the one stood in is offered on the first page. */
  readonly repo: string | null
  /** Where one stands. */
  readonly folder: string
  readonly port: number
  readonly data: string
  /** Address to listen on; null for this machine alone. */
  readonly host: string | null
  /** Where others find the server, as in `https://leitstand.example.com`; null for where it listens. */
  readonly publicUrl: string | null
}

export interface InitArguments {
  readonly command: 'init'
  readonly data: string
  readonly email: string
  /** Null for the first part of the address. */
  readonly name: string | null
  /** Null for standard input. */
  readonly password: string | null
  /** Whether the workspace begins with the sample company. */
  readonly sample: boolean
  readonly json: boolean
}

export interface ResetPasswordArguments {
  readonly command: 'reset-password'
  readonly data: string
  readonly email: string
}

/** A command about records or links, which is read with their definitions at hand. */
export interface RecordArguments {
  readonly command: 'records'
  readonly args: readonly string[]
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
}

/** A command about the data as a whole, which is read where its code is loaded. */
export interface DataArguments {
  readonly command: 'data'
  readonly args: readonly string[]
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
}

export interface McpArguments {
  readonly command: 'mcp'
  readonly data: string
  readonly readOnly: boolean
}

export type CommandLine =
  | ScanArguments
  | ForecastArguments
  | ServeArguments
  | RecordArguments
  | McpArguments
  | DataArguments
  | InitArguments
  | ResetPasswordArguments
  | { readonly command: 'help' }
  | { readonly command: 'version' }

/** Where the program was started: the folder, and the environment that may know a better one. */
export interface Surroundings {
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
}

/** Reads a command line; throws WrongUse where it cannot be understood. */
export function readArguments(args: readonly string[], { folder, environment }: Surroundings): CommandLine {
  const [command, ...rest] = args
  if (command === undefined)
    throw new WrongUse({
      en: 'Say what to do: scan, forecast, serve or mcp.',
      de: 'Sag, was zu tun ist: scan, forecast, serve oder mcp.',
    })
  if (command === 'help' || command === '--help' || command === '-h') return { command: 'help' }
  if (command === '--version' || command === '-V' || command === 'version') return { command: 'version' }
  if (command === 'scan') return readScan(rest, folder)
  if (command === 'forecast')
    return readForecastArguments(rest, environment['INIT_CWD'] || folder) ?? { command: 'help' }
  // npm changes into the package's folder and keeps the one the user stands in under this name.
  if (command === 'serve') return readServe(rest, environment['INIT_CWD'] || folder, environment)
  if (command === 'init') return readInit(rest, environment['INIT_CWD'] || folder, environment)
  if (command === 'reset-password')
    return readResetPassword(rest, environment['INIT_CWD'] || folder, environment)
  if (command === 'mcp') return readMcp(rest, folder, environment)
  if (['export', 'import', 'backup', 'restore', 'doctor'].includes(command))
    return { command: 'data', args, folder: environment['INIT_CWD'] || folder, environment }
  // Areas and their records are known where their definitions are loaded; a scan does without them.
  return { command: 'records', args, folder: environment['INIT_CWD'] || folder, environment }
}

const help = { help: { type: 'boolean', short: 'h' } } as const

function readScan(args: string[], folder: string): CommandLine {
  const { values, positionals } = parse(args, {
    ...help,
    json: { type: 'boolean' },
    lines: { type: 'boolean' },
    'as-of': { type: 'string' },
    window: { type: 'string' },
    top: { type: 'string' },
  })
  if (values.help) return { command: 'help' }
  if (positionals.length > 1)
    throw new WrongUse({
      en: 'One repository at a time: more than one path was given.',
      de: 'Ein Repository auf einmal: Es wurde mehr als ein Pfad genannt.',
    })
  if (positionals[0] === '') throw new WrongUse({ en: 'The path is empty.', de: 'Der Pfad ist leer.' })
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(positionals[0] ?? ''))
    throw new WrongUse({
      en: 'A scan reads a folder of this machine: clone the repository first.',
      de: 'Ein Scan liest einen Ordner auf diesem Rechner: Klone das Repository zuerst.',
    })
  return {
    command: 'scan',
    path: resolve(folder, positionals[0] ?? '.'),
    json: values.json ?? false,
    lines: values.lines ?? false,
    asOf: values['as-of'] === undefined ? null : readInstant(values['as-of']),
    weeks: values.window === undefined ? 13 : readWeeks(values.window),
    top: values.top === undefined ? null : readNumber('--top', values.top, 1, Number.MAX_SAFE_INTEGER),
  }
}

function readServe(args: string[], folder: string, environment: NodeJS.ProcessEnv): CommandLine {
  const { values, positionals } = parse(args, {
    ...help,
    repo: { type: 'string' },
    port: { type: 'string' },
    data: { type: 'string' },
    host: { type: 'string' },
    'public-url': { type: 'string' },
  })
  if (values.help) return { command: 'help' }
  if (positionals[0] !== undefined)
    throw new WrongUse({
      en: `"${positionals[0]}" is too much: a repository is given as --repo PATH.`,
      de: `„${positionals[0]}“ ist zu viel: Ein Repository gibst Du als --repo PATH an.`,
    })
  if (values.repo === '')
    throw new WrongUse({ en: 'The path behind --repo is empty.', de: 'Der Pfad hinter --repo ist leer.' })
  if (values.host === '')
    throw new WrongUse({
      en: 'The address behind --host is empty.',
      de: 'Die Adresse hinter --host ist leer.',
    })
  const publicUrl = values['public-url'] === undefined ? null : readOrigin(values['public-url'])
  if ((values.host === '0.0.0.0' || values.host === '::') && publicUrl === null)
    throw new WrongUse({
      en: `With --host ${values.host} say under which address browsers come: --public-url URL.`,
      de: `Sag bei --host ${values.host}, unter welcher Adresse Browser kommen: --public-url URL.`,
    })
  return {
    command: 'serve',
    host: values.host ?? null,
    publicUrl,
    repo: values.repo === undefined ? null : resolve(folder, values.repo),
    folder,
    port: values.port === undefined ? 4400 : readNumber('--port', values.port, 0, 65_535),
    data: readData(values.data, folder, environment),
  }
}

function readMcp(args: string[], folder: string, environment: NodeJS.ProcessEnv): CommandLine {
  const { values, positionals } = parse(args, {
    ...help,
    data: { type: 'string' },
    'read-only': { type: 'boolean' },
  })
  if (values.help) return { command: 'help' }
  if (positionals[0] !== undefined)
    throw new WrongUse({ en: `"${positionals[0]}" is too much.`, de: `„${positionals[0]}“ ist zu viel.` })
  if (values.data === '')
    throw new WrongUse({ en: 'The folder behind --data is empty.', de: 'Der Ordner hinter --data ist leer.' })
  return {
    command: 'mcp',
    data: values.data === undefined ? dataHome(environment) : resolve(folder, values.data),
    readOnly: values['read-only'] ?? false,
  }
}

const account = {
  ...help,
  data: { type: 'string' },
  email: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const

function readInit(args: string[], folder: string, environment: NodeJS.ProcessEnv): CommandLine {
  const { values, positionals } = parse(args, {
    ...account,
    name: { type: 'string' },
    password: { type: 'string' },
    sample: { type: 'boolean' },
    json: { type: 'boolean' },
  })
  if (values.help) return { command: 'help' }
  if (positionals[0] !== undefined)
    throw new WrongUse({ en: `"${positionals[0]}" is too much.`, de: `„${positionals[0]}“ ist zu viel.` })
  if (values.email === undefined)
    throw new WrongUse({
      en: 'Say whose account it is: --email E.',
      de: 'Sag, wessen Konto es ist: --email E.',
    })
  if ((values.password === undefined) === !values['password-stdin'])
    throw new WrongUse({
      en: 'Give the password by one of --password P and --password-stdin.',
      de: 'Gib das Passwort mit --password P oder mit --password-stdin an, nicht mit beidem.',
    })
  return {
    command: 'init',
    data: readData(values.data, folder, environment),
    email: values.email,
    name: values.name ?? null,
    password: values.password ?? null,
    sample: values.sample ?? false,
    json: values.json ?? false,
  }
}

function readResetPassword(args: string[], folder: string, environment: NodeJS.ProcessEnv): CommandLine {
  const { values, positionals } = parse(args, account)
  if (values.help) return { command: 'help' }
  if (positionals[0] !== undefined)
    throw new WrongUse({ en: `"${positionals[0]}" is too much.`, de: `„${positionals[0]}“ ist zu viel.` })
  if (values.email === undefined)
    throw new WrongUse({
      en: 'Say whose password it is: --email E.',
      de: 'Sag, wessen Passwort es ist: --email E.',
    })
  if (!values['password-stdin'])
    throw new WrongUse({
      en: 'The new password comes on standard input: add --password-stdin.',
      de: 'Das neue Passwort kommt über die Standardeingabe: Ergänze --password-stdin.',
    })
  const data = readData(values.data, folder, environment)
  return { command: 'reset-password', data, email: values.email }
}

function readData(given: string | undefined, folder: string, environment: NodeJS.ProcessEnv): string {
  if (given === '')
    throw new WrongUse({ en: 'The folder behind --data is empty.', de: 'Der Ordner hinter --data ist leer.' })
  return given === undefined ? dataHome(environment) : resolve(folder, given)
}

function readWeeks(text: string): number {
  const weeks = /^([1-9]\d{0,2})w$/.exec(text)?.[1]
  if (weeks === undefined || Number(weeks) > 104)
    throw new WrongUse({
      en: `"${text}" is no window: write 1w to 104w.`,
      de: `„${text}“ ist kein Zeitraum: Schreibe 1w bis 104w.`,
    })
  return Number(weeks)
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new WrongUse({
      en: `${name} takes a whole number${most < 1e6 ? ` from ${least} to ${most}` : ` from ${least} on`}, not "${text}".`,
      de: `${name} nimmt eine ganze Zahl${most < 1e6 ? ` von ${least} bis ${most}` : ` ab ${least}`}, nicht „${text}“.`,
    })
  return number
}
