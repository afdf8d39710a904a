import { createHmac, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../operation/refusal.ts'

const KEY_BYTES = 32
const FILE = 'workspace.key'
const VARIABLE = 'LEITSTAND_WORKSPACE_KEY'

/** The 32 secret bytes under which addresses are hashed: from the environment, else from a file of the data folder, made at first use. */
export function loadWorkspaceKey(folder: string | undefined): Buffer {
  const fromEnvironment = process.env[VARIABLE]
  if (fromEnvironment !== undefined) return decodeKey(fromEnvironment, VARIABLE)
  if (folder !== undefined) return loadFile(join(folder, FILE))
  throw new Refusal(
    'invalid',
    { en: 'There is no workspace key.', de: 'Es gibt keinen Schlüssel des Arbeitsbereichs.' },
    {
      en: `Name a data folder with --data, or set ${VARIABLE} to ${KEY_BYTES} random bytes in hexadecimal.`,
      de: `Nenne mit --data einen Datenordner, oder setze ${VARIABLE} auf ${KEY_BYTES} zufällige Bytes in hexadezimaler Schreibweise.`,
    },
  )
}

/** A value the database may hold to notice a wrong key; it tells nothing about the key. */
export function checkOfKey(key: Buffer): string {
  return createHmac('sha256', key).update('leitstand workspace key check').digest('hex')
}

function loadFile(path: string): Buffer {
  const found = readIfThere(path)
  if (found !== null) return decodeKey(found, path)
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
  return decodeKey(readFileSync(path, 'utf8'), path)
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

function decodeKey(text: string, source: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text.trim())) return Buffer.from(text.trim(), 'hex')
  throw new Refusal(
    'invalid',
    {
      en: `The workspace key in ${source} is not ${KEY_BYTES} bytes in hexadecimal.`,
      de: `Der Schlüssel des Arbeitsbereichs in ${source} besteht nicht aus ${KEY_BYTES} Bytes in hexadezimaler Schreibweise.`,
    },
    {
      en: 'Put the right key back; without it nobody is recognised by address any more.',
      de: 'Lege den richtigen Schlüssel zurück; ohne ihn wird niemand mehr an seiner Adresse erkannt.',
    },
  )
}
