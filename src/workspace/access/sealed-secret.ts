import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'

/** A secret as the database may hold it: AES-256-GCM under a key that HKDF derives from the workspace's, bound to its place. */
export function sealSecret(workspaceKey: Buffer, place: string, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, keyFor(workspaceKey), nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The secret that was sealed for this place; null where the key is another one, or what is stored was altered. */
export function openSecret(workspaceKey: Buffer, place: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  const decipher = createDecipheriv(algorithm, keyFor(workspaceKey), bytes.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function keyFor(workspaceKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', workspaceKey, '', 'leitstand sealed secret', 32))
}
