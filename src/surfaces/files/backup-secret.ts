import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Refusal } from '#kernel/operation/refusal.ts'

/** Where the key of a backup lies that was made without a passphrase. */
export const keyBeside = (file: string) => `${file}.key`

const keyForm = /^[0-9a-f]{64}$/

/** The key of a data folder for its backups; made when first asked for. */
export function folderKey(data: string): string {
  const path = join(data, 'backup.key')
  if (!existsSync(path))
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return keyIn(path)
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
