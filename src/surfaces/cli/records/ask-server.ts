import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { Refusal, type Operation } from '#kernel'
import { findSocket } from '../../serve/local-socket.ts'

/** Whether a server listens on the socket of the data folder. */
export async function reachServer(data: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(findSocket(data))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Has operations performed by the server that has the data folder open; what it refuses is refused here in its words. */
export function askServer(data: string) {
  return async <Input, Output>(operation: Operation<Input, Output>, input: unknown): Promise<Output> => {
    const { status, body } = await post(findSocket(data), operation.name, JSON.stringify(input))
    const answer = JSON.parse(body) as Answer<Output> // the operation of this name answers with this
    if (status === 200 && 'output' in answer) return answer.output
    if ('refusal' in answer) {
      const { code, words, hintWords, fields, details } = answer.refusal
      throw new Refusal(code, words, hintWords, fields, details)
    }
    throw new Error('message' in answer ? answer.message : `The server answered ${status}.`)
  }
}

type Answer<Output> =
  | { readonly output: Output }
  | { readonly refusal: Refusal }
  | { readonly message: string }

async function post(socketPath: string, name: string, input: string) {
  try {
    return await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(input) }
      const sent = request({ socketPath, method: 'POST', path: `/${name}`, headers }, (answer) => {
        text(answer).then((body) => resolve({ status: answer.statusCode, body }), reject)
      })
      sent.once('error', reject)
      sent.end(input)
    })
  } catch {
    throw new Refusal(
      'conflict',
      {
        en: 'The server stopped while it was asked; whether anything was changed is not known.',
        de: 'Der Server hat während der Anfrage aufgehört; ob sich etwas geändert hat, ist nicht bekannt.',
      },
      {
        en: 'Look at the record, then try again.',
        de: 'Sieh Dir den Datensatz an und versuche es noch einmal.',
      },
    )
  }
}
