import type { ParseArgsOptionsConfig } from 'node:util'
import { kindOf, type Field, type RecordDefinition } from '#kernel/shape.ts'
import { WrongUse } from '../wrong-use.ts'

/** What every command about records takes. */
export const commonFlags = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  data: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

/** The options of a line as `parseArgs` gives them. */
export type Given = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** A name of the API as an option: `checkIns` as `check-ins`, `due.at-least` as `due-at-least`. */
export function flagOf(name: string): string {
  return name.replaceAll('.', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The options for the fields of a type. Throws a plain error where one would hide an option that all commands have. */
export function fieldFlags({ type, fields }: RecordDefinition): ParseArgsOptionsConfig {
  const flags = Object.keys(fields).map((name) => flagOf(name))
  const hidden = flags.find((flag) => flag in commonFlags || flag === 'version')
  if (hidden !== undefined) throw new Error(`The field ${hidden} of ${type} is an option of every command.`)
  return Object.fromEntries(flags.map((flag) => [flag, { type: 'string', multiple: true }]))
}

/** Of what may stand more than once, what stands between the parts. */
const separators: Partial<Record<Field['kind'], string>> = {
  rows: '\n',
  tags: ',',
  choices: ',',
  references: ',',
}

/** The values that the options hold, as JSON; empty text takes a value away. */
export function valuesOf({ fields }: RecordDefinition, given: Given): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const flag = flagOf(name)
      const texts = textsOf(given, flag)
      if (texts.length === 0) return []
      // Paths, each one whole: whoever performs the verb uploads them.
      if (field.kind === 'attachments') return [[name, texts.join('') === '' ? null : texts]]
      const separator = separators[field.kind] ?? null
      if (separator === null && texts.length > 1)
        throw new WrongUse({ en: `--${flag} stands there twice.`, de: `--${flag} steht zweimal da.` })
      const text = texts.join(separator ?? '')
      return [[name, text === '' ? null : kindOf(field).fromText(field, text)]]
    }),
  )
}

/** What an option holds that may stand more than once. */
export function textsOf(given: Given, flag: string): string[] {
  const value = given[flag]
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
}

/** The number of a version, or of rows of a list; undefined where none is given. */
export function numberOf(given: Given, flag: string): number | undefined {
  const text = given[flag]
  if (text === undefined) return undefined
  if (typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new WrongUse({
    en: `--${flag} takes a whole number from 1 on, not "${String(text)}".`,
    de: `--${flag} nimmt eine ganze Zahl ab 1, nicht „${String(text)}“.`,
  })
}
