import { createHmac } from 'node:crypto'

/**
 * Keys of people by the canonical form of their address: HMAC-SHA256 under the workspace's key, shortened to 128 bits.
 * Without the key nothing leads from one back to an address.
 */
export function identityKeys(workspaceKey: Uint8Array): (canonical: string) => string {
  return (canonical) => createHmac('sha256', workspaceKey).update(canonical).digest('base64url').slice(0, 22)
}
