import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { createReadStream } from 'node:fs'
import { promisify } from 'node:util'
import { Refusal } from '#kernel/operation/refusal.ts'

/** Name and version of the form; a file that begins otherwise is refused. */
const magic = 'LEITSTAND-BACKUP'
const formVersion = 1

const pieceBytes = 65_536
const tagBytes = 16
const cost = { N: 65_536, r: 8, p: 1, maxmem: 128 * 2 ** 20 }

/**
 * Encrypts a stream under a secret: AES-256-GCM in pieces of 64 KiB, the key derived by scrypt. The head of the file is
 * authenticated with every piece, and each piece knows its place and whether it is the last, so that nothing can be
 * altered, moved or cut off unseen.
 */
export async function* seal(source: AsyncIterable<Buffer>, secret: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(16)
  const start = randomBytes(7)
  const keys = await deriveKeys(secret, salt)
  const plain = `${magic} ${formVersion} ${salt.toString('hex')} ${start.toString('hex')}`
  const head = Buffer.from(`${plain} ${checkOf(keys.check, plain)}\n`)
  yield head
  const bound = createHash('sha256').update(head).digest()
  let number = 0
  const sealed = (piece: Buffer, isLast: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', keys.data, nonceOf(start, number++, isLast))
    cipher.setAAD(bound)
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
  let waiting = Buffer.alloc(0)
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes])
    for (; waiting.length > pieceBytes; waiting = waiting.subarray(pieceBytes))
      yield sealed(waiting.subarray(0, pieceBytes), false)
  }
  yield sealed(waiting, true)
}

/** Decrypts what was sealed, piece by piece, each only after it was found whole. Refuses a wrong secret and any change. */
export async function* unseal(file: string, secret: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(file)
  let waiting = Buffer.alloc(0)
  let opened: Awaited<ReturnType<typeof openHead>> | null = null
  let number = 0
  const whole = (piece: Buffer, isLast: boolean): Buffer => {
    if (!opened || piece.length < tagBytes) throw notWhole(file)
    const decipher = createDecipheriv('aes-256-gcm', opened.key, nonceOf(opened.start, number++, isLast))
    decipher.setAAD(opened.bound)
    decipher.setAuthTag(piece.subarray(-tagBytes))
    try {
      return Buffer.concat([decipher.update(piece.subarray(0, -tagBytes)), decipher.final()])
    } catch {
      // All that GCM can say is that the piece is not the one that was sealed.
      throw notWhole(file)
    }
  }
  try {
    for await (const bytes of stream) {
      waiting = Buffer.concat([waiting, bytes as Buffer]) // without an encoding a file is read as buffers
      if (!opened) {
        const end = waiting.indexOf(10)
        if (end < 0 && waiting.length < 400) continue
        opened = await openHead(file, waiting.subarray(0, end < 0 ? 400 : end + 1), secret)
        waiting = waiting.subarray(end + 1)
      }
      for (; waiting.length > pieceBytes + tagBytes; waiting = waiting.subarray(pieceBytes + tagBytes))
        yield whole(waiting.subarray(0, pieceBytes + tagBytes), false)
    }
    if (!opened) throw noBackup(file)
    yield whole(waiting, true)
  } catch (error) {
    throw notReadable(file, error)
  } finally {
    stream.destroy()
  }
}

async function openHead(file: string, head: Buffer, secret: string) {
  const [name, version, salt = '', start = '', check = ''] = head.toString('latin1').trimEnd().split(' ')
  if (name !== magic) throw noBackup(file)
  if (version !== String(formVersion)) throw otherForm(file, version ?? '')
  if (!/^[0-9a-f]{32}$/.test(salt) || !/^[0-9a-f]{14}$/.test(start) || !/^[0-9a-f]{64}$/.test(check))
    throw notWhole(file)
  const keys = await deriveKeys(secret, Buffer.from(salt, 'hex'))
  const expected = checkOf(keys.check, [name, version, salt, start].join(' '))
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(check))) throw wrongSecret(file)
  return {
    key: keys.data,
    start: Buffer.from(start, 'hex'),
    bound: createHash('sha256').update(head).digest(),
  }
}

const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt)

async function deriveKeys(secret: string, salt: Buffer) {
  const bytes = await derive(secret.normalize('NFC'), salt, 64, cost)
  return { data: bytes.subarray(0, 32), check: bytes.subarray(32) }
}

/** Tells a wrong secret from an altered file. */
function checkOf(key: Buffer, head: string): string {
  return createHmac('sha256', key).update(head).digest('hex')
}

function nonceOf(start: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  start.copy(nonce)
  nonce.writeUInt32BE(number, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

function noBackup(file: string): Refusal {
  return new Refusal(
    'invalid',
    { en: `${file} is no backup of Leitstand.`, de: `${file} ist keine Sicherung von Leitstand.` },
    {
      en: 'Name a file that leitstand backup has written.',
      de: 'Nenne eine Datei, die leitstand backup geschrieben hat.',
    },
  )
}

function otherForm(file: string, version: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `${file} has form ${version.slice(0, 20)}; this version of Leitstand reads form ${formVersion}.`,
      de: `${file} hat Form ${version.slice(0, 20)}; diese Version von Leitstand liest Form ${formVersion}.`,
    },
    {
      en: 'Restore it with the version that wrote it, or a newer one.',
      de: 'Spiele sie mit der Version ein, die sie geschrieben hat, oder einer neueren.',
    },
  )
}

function wrongSecret(file: string): Refusal {
  return new Refusal(
    'forbidden',
    {
      en: `The key or passphrase does not open ${file}.`,
      de: `Schlüssel oder Passphrase öffnen ${file} nicht.`,
    },
    {
      en: 'Use the key that was written beside it, or the passphrase it was made with.',
      de: 'Nimm den Schlüssel, der daneben geschrieben wurde, oder die Passphrase, mit der sie gemacht wurde.',
    },
  )
}

function notWhole(file: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `${file} was altered or cut off; nothing of it is used.`,
      de: `${file} wurde verändert oder abgeschnitten; nichts davon wird verwendet.`,
    },
    { en: 'Use another copy of it.', de: 'Nimm eine andere Kopie davon.' },
  )
}

function notReadable(file: string, error: unknown): unknown {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR') return error
  return new Refusal(
    code === 'ENOENT' ? 'not-found' : 'invalid',
    {
      en: `The backup ${file} cannot be read: ${code === 'ENOENT' ? 'it is not there' : code === 'EISDIR' ? 'it is a folder' : 'permission denied'}.`,
      de: `Die Sicherung ${file} lässt sich nicht lesen: ${code === 'ENOENT' ? 'es gibt sie nicht' : code === 'EISDIR' ? 'sie ist ein Ordner' : 'keine Berechtigung'}.`,
    },
    { en: 'Check the name of the file.', de: 'Prüfe den Namen der Datei.' },
  )
}
