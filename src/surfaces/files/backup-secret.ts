import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { loadKey } from '#kernel'
import { Refusal } from '#kernel/operation/refusal.ts'

/** Where the key of a backup lies that was made without a passphrase. */
export const keyBeside = (file: string) => `${file}.key`

const folderKeyName = 'backup.key'
const keyVariable = 'LEITSTAND_BACKUP_KEY'
const keyForm = /^[0-9a-f]{64}$/

/** The key of a data folder for its backups: from the environment, else from its file, made when first asked for. */
export function folderKey(data: string, environment: NodeJS.ProcessEnv = process.env): string {
  return loadKey(
    {
      folder: data,
      file: folderKeyName,
      variable: keyVariable,
      name: { en: 'key of the backups', de: 'der Schlüssel der Sicherungen' },
      loss: { en: 'none of them opens', de: 'geht keine von ihnen auf' },
    },
    environment,
  ).toString('hex')
}

/** Where that key lies; null where it comes from the environment. */
export function folderKeyFile(data: string, environment: NodeJS.ProcessEnv): string | null {
  return environment[keyVariable] === undefined ? join(data, folderKeyName) : null
}

/** The key for a backup where none is named: the copy beside it, or that of the data folder in which it is kept. */
export function keyFor(file: string, environment: NodeJS.ProcessEnv = process.env): string {
  const told = environment[keyVariable]
  const ofFolder = join(dirname(dirname(file)), folderKeyName)
  if (existsSync(keyBeside(file))) return keyIn(keyBeside(file))
  if (told !== undefined) return folderKey('', environment)
  return keyIn(existsSync(ofFolder) ? ofFolder : keyBeside(file))
}

/** The key that a file holds. */
export function keyIn(path: string): string {
  let content: string
  try {
    content = readFileSync(path, 'utf8').trim()
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR') throw error
    throw noKey(path)
  }
  if (keyForm.test(content)) return content
  throw new Refusal(
    'invalid',
    { en: `${path} holds no key of a backup.`, de: `${path} enthält keinen Schlüssel einer Sicherung.` },
    {
      en: 'A key is 64 hexadecimal digits; a passphrase goes in by --passphrase-stdin.',
      de: 'Ein Schlüssel hat 64 hexadezimale Ziffern; eine Passphrase kommt über --passphrase-stdin.',
    },
  )
}

/** The passphrase that a stream says, without the end of its line. */
export async function passphraseFrom(input: Readable): Promise<string> {
  const said = (await text(input)).replace(/\r?\n$/, '')
  if (said.length >= 8) return said
  throw new Refusal(
    'invalid',
    { en: 'The passphrase is shorter than 8 characters.', de: 'Die Passphrase hat weniger als 8 Zeichen.' },
    { en: 'Use a longer one.', de: 'Nimm eine längere.' },
  )
}

function noKey(path: string): Refusal {
  return new Refusal(
    'not-found',
    { en: `There is no key at ${path}.`, de: `Unter ${path} liegt kein Schlüssel.` },
    {
      en: 'Name it with --key-file, or give the passphrase by --passphrase-stdin.',
      de: 'Nenne ihn mit --key-file, oder gib die Passphrase über --passphrase-stdin.',
    },
  )
}
