import { lookup as lookUp } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from '#evidence/git/private-address.ts'

const mostBytes = 1_048_576
const patience = 10_000

/** Thrown for an address of the own network where those are not allowed. */
export class PrivateHost extends Error {}

/** Thrown where nobody answers, or not as HTTP has it. */
export class Unreachable extends Error {}

interface Asked {
  readonly method?: string | undefined
  readonly headers?: HeadersInit | undefined
  readonly body?: string | undefined
}

/**
 * Asks a server that somebody named. What it connects to is what was looked at, so that no name can lead to another
 * place the second time; hosts of the own network only where they are allowed, and only they unencrypted; no redirect is
 * followed.
 */
export async function guardedFetch(url: URL, asked: Asked, allowPrivate: boolean): Promise<Response> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) assertAllowed(url, [host], allowPrivate)
  const send = url.protocol === 'https:' ? overHttps : overHttp
  const { body } = asked
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(error instanceof PrivateHost ? error : new Unreachable(error.message, { cause: error }))
    const sent = send(
      url,
      {
        method: asked.method ?? 'GET',
        headers: {
          ...Object.fromEntries(new Headers(asked.headers)),
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        lookup: guardedLookup(url, allowPrivate),
        agent: false,
        signal: AbortSignal.timeout(patience),
      },
      (answer) => {
        const chunks: Buffer[] = []
        let bytes = 0
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes > mostBytes) sent.destroy(new Error('The answer is larger than 1 MiB.'))
          else chunks.push(chunk)
        })
        answer.on('error', fail)
        answer.on('end', () => {
          const status = answer.statusCode ?? 502
          const isEmpty = status === 204 || status === 304
          const headers = new Headers()
          for (const [name, value] of Object.entries(answer.headers))
            for (const each of [value ?? []].flat()) headers.append(name, each)
          if (status < 200) return fail(new Error(`It answered ${status}.`))
          resolve(new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers }))
        })
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

function guardedLookup(url: URL, allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      try {
        assertAllowed(
          url,
          found.map(({ address }) => address),
          allowPrivate,
        )
      } catch (refused) {
        return callback(refused as Error, []) // what assertAllowed throws
      }
      const [first] = found
      if (options.all === true || !first) return callback(null, found)
      return callback(null, first.address, first.family)
    })
  }
}

function assertAllowed({ protocol }: URL, addresses: readonly string[], allowPrivate: boolean): void {
  const isOpen = addresses.some((address) => !isPrivateAddress(address))
  if (!allowPrivate && addresses.some(isPrivateAddress)) throw new PrivateHost('a host of a private network')
  if (protocol !== 'https:' && isOpen) throw new PrivateHost('unencrypted beyond the own network')
}
