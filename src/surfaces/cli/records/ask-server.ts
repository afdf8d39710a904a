import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { ProblemShape } from '#evidence/shape.ts'
import { Refusal, type Operation, type RefusalCode } from '#kernel'
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
    const answer: unknown = JSON.parse(body)
    if (status === 200) return (answer as { output: Output }).output // the operation of this name answers with this
    throw problemToError(answer as ProblemShape) // whatever else is answered is a problem
  }
}

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

const codes: Readonly<Record<string, RefusalCode>> = {
  'urn:leitstand:refusal:not-found': 'not-found',
  'urn:leitstand:refusal:forbidden': 'forbidden',
  'urn:leitstand:refusal:invalid': 'invalid',
  'urn:leitstand:refusal:conflict': 'conflict',
  'urn:leitstand:refusal:too-much': 'too-much',
}

function problemToError({ type, detail, hint, fields, details }: ProblemShape): Error {
  const code = codes[type]
  return code === undefined ? new Error(detail) : new Refusal(code, detail, hint, fields, details)
}
