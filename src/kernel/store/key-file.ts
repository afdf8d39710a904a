import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../operation/refusal.ts'
import type { Words } from '../record/words.ts'

const KEY_BYTES = 32

/** A secret of the process: where it comes from, and what is lost without it. */
export interface KeyPlace {
  readonly folder: string | undefined
  /** Its file in the folder, made at first use. */
  readonly file: string
  /** The variable that goes before the file. */
  readonly variable: string
  /** As in `workspace key`. */
  readonly name: Words
  readonly loss: Words
}

/** 32 secret bytes: from the environment, else from a file of the data folder that only its owner may read. */
export function loadKey(place: KeyPlace, environment: NodeJS.ProcessEnv = process.env): Buffer {
  const { folder, file, variable, name } = place
  const fromEnvironment = environment[variable]
  if (fromEnvironment !== undefined) return decodeKey(fromEnvironment, variable, place)
  if (folder !== undefined) return loadFile(join(folder, file), place)
  throw new Refusal(
    'invalid',
    { en: `There is no ${name.en}.`, de: `Es fehlt: ${name.de}.` },
    {
      en: `Name a data folder with --data, or set ${variable} to ${KEY_BYTES} random bytes in hexadecimal.`,
      de: `Nenne mit --data einen Datenordner, oder setze ${variable} auf ${KEY_BYTES} zufällige Bytes in hexadezimaler Schreibweise.`,
    },
  )
}

function loadFile(path: string, place: KeyPlace): Buffer {
  const found = readIfThere(path)
  if (found !== null) return decodeKey(found, path, place)
  // Linked when whole, so that a process killed here leaves no half key and of two at once one wins.
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, randomBytes(KEY_BYTES).toString('hex'), { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!isMissingOrTaken(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return decodeKey(readFileSync(path, 'utf8'), path, place)
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissingOrTaken(error, 'ENOENT')) return null
    throw error
  }
}

function isMissingOrTaken(error: unknown, code: 'ENOENT' | 'EEXIST'): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === code
}

function decodeKey(text: string, source: string, { name, loss }: KeyPlace): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text.trim())) return Buffer.from(text.trim(), 'hex')
  throw new Refusal(
    'invalid',
    {
      en: `The ${name.en} in ${source} is not ${KEY_BYTES} bytes in hexadecimal.`,
      de: `Das sind keine ${KEY_BYTES} Bytes in hexadezimaler Schreibweise: ${name.de} in ${source}.`,
    },
    {
      en: `Put the right one back; without it ${loss.en}.`,
      de: `Lege das Richtige zurück; ohne es ${loss.de}.`,
    },
  )
}
