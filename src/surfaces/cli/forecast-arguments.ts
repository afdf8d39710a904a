import { resolve } from 'node:path'
import { parse } from './parse-options.ts'
import { WrongUse } from './wrong-use.ts'

export interface ForecastArguments {
  readonly command: 'forecast'
  /** Null for standard input. */
  readonly input: string | null
  readonly json: boolean
  readonly chain: boolean
  readonly sensitivity: boolean
  /** Days to tell for how many will be finished by then. */
  readonly by: readonly string[]
}

/** Reads what stands behind `leitstand forecast`; null where it asks for help. Throws WrongUse. */
export function readForecastArguments(args: string[], folder: string): ForecastArguments | null {
  const { values, positionals } = parse(args, {
    help: { type: 'boolean', short: 'h' },
    input: { type: 'string' },
    json: { type: 'boolean' },
    chain: { type: 'boolean' },
    sensitivity: { type: 'boolean' },
    by: { type: 'string', multiple: true },
  })
  if (values.help) return null
  if (positionals[0] !== undefined)
    throw new WrongUse({
      en: `"${positionals[0]}" is too much: the file is given as --input FILE.`,
      de: `„${positionals[0]}“ ist zu viel: Die Datei gibst Du als --input FILE an.`,
    })
  if (values.input === undefined || values.input === '')
    throw new WrongUse({
      en: 'Say what to forecast: --input FILE, or --input - for standard input.',
      de: 'Sag, woraus die Prognose wird: --input FILE, oder --input - für die Standardeingabe.',
    })
  return {
    command: 'forecast',
    input: values.input === '-' ? null : resolve(folder, values.input),
    json: values.json ?? false,
    chain: values.chain ?? false,
    sensitivity: values.sensitivity ?? false,
    by: values.by ?? [],
  }
}
