import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Somebody whom a provider knows: they sign in there by the name, and it tells the rest. */
interface Known {
  readonly email: string
  readonly email_verified: boolean
  readonly name?: string
}

/** A real OpenID Connect provider on this machine, with its own sign-in page, for one client. */
export async function anOpenIdProvider(callback: string, people: Readonly<Record<string, Known>>) {
  const server = createServer((request, response) => void handle?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // of a server that listens on a port
  const issuer = `http://localhost:${port}`
  const [clientId, clientSecret] = ['leitstand', 'the-secret-of-the-client']
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // As long as a test may take; without them it says that it has chosen its own.
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['a key of a test'] },
    async findAccount(_context, id) {
      return { accountId: id, claims: async () => ({ sub: id, ...people[id] }) }
    },
  })
  const handle = provider.callback()
  return {
    issuer,
    clientId,
    clientSecret,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
