import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The address that a request comes from: what a proxy before a public server says that it saw, else the connection's
 * own. A proxy appends to what it was told, so only the last address is its own word.
 */
export function clientAddress(context: Context, isBehindProxy: boolean): string {
  const seen = isBehindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (seen) return seen
  // Without a connection, as in a test that asks the app itself, there is nothing to tell apart.
  return context.env?.incoming ? (getConnInfo(context).remote.address ?? '') : ''
}
