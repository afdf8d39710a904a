import { createHash, randomBytes } from 'node:crypto'

/** A secret that is shown once: 256 random bits behind a prefix by which scanners of leaked secrets know it. */
export function makeToken(prefix: 'lsk' | 'lsi'): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** What the database holds of a token. A fast hash will do: there is nothing to guess in 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
