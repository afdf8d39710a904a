import type { Readable, Writable } from 'node:stream'
import { PassThrough } from 'node:stream'
import {
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  type RequestId,
  type Transport,
} from '@modelcontextprotocol/server'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'

/** Longest message that is read, in bytes. */
export const mostMessage = 1_048_576

/** A stream of messages that knows when it is over, and what cut it off if something did. */
export interface PatientTransport extends Transport {
  readonly ended: Promise<Error | null>
}

/**
 * Messages over standard input and output, as the protocol has them. Input that ends is over only when everything that
 * was asked before has been answered: what is piped in gets its answers.
 */
export function patientTransport(input: Readable, output: Writable, mostBytes: number): PatientTransport {
  const piped = new PassThrough()
  const wire = new StdioServerTransport(piped, output, { maxBufferSize: mostBytes })
  const open = new Set<RequestId>()
  const { promise: ended, resolve: end } = Promise.withResolvers<Error | null>()
  let isMeant = false
  let latest: Error | null = null
  const endWhenAnswered = () => {
    if (isMeant && open.size === 0) piped.end()
  }
  const transport: PatientTransport = {
    ended,
    async start() {
      Object.assign(wire, {
        onmessage(message: JSONRPCMessage) {
          noteAsked(open, message)
          transport.onmessage?.(message)
        },
        onerror(error: Error) {
          latest = error
          transport.onerror?.(error)
        },
        onclose() {
          // Whoever goes on writing is not read any more, and keeps nothing running.
          input.destroy()
          transport.onclose?.()
          end(isMeant ? null : latest)
        },
      })
      await wire.start()
      input.pipe(piped, { end: false })
      input.once('end', () => {
        isMeant = true
        endWhenAnswered()
      })
    },
    async send(message) {
      await wire.send(message)
      if (isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message)) {
        if (message.id !== undefined) open.delete(message.id)
        endWhenAnswered()
      }
    },
    async close() {
      isMeant = true
      await wire.close()
    },
  }
  return transport
}

/** Requests wait for an answer until they are called off; a subscription has none that could be waited for. */
function noteAsked(open: Set<RequestId>, message: JSONRPCMessage): void {
  if (isJSONRPCRequest(message) && message.method !== 'subscriptions/listen') open.add(message.id)
  if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled') {
    const id = message.params?.['requestId']
    if (typeof id === 'string' || typeof id === 'number') open.delete(id)
  }
}
