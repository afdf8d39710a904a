import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import { Refusal } from '#kernel'
import { findSocket } from '../serve/local-socket.ts'
import { mostMessage } from './patient-transport.ts'
import { MeasuredLines, tooLong } from './too-long.ts'
import type { ServeAgentOptions } from './serve-agent.ts'

/** What the server may have of a message beyond what it has counted, in bytes: it may find it too long first. */
const mostAtOnce = 131_072

/**
 * Hands the agent's standard input and output on to the server that holds the data folder, until one of them ends.
 * Gives false where no server takes commands there. Refuses a message of more than 1 MiB, and when
 * the server stops in the midst of it.
 */
export async function relayAgent(options: ServeAgentOptions, told: string): Promise<boolean> {
  const socket = await reach(options)
  if (!socket) return false
  const { input, output, until, say } = options
  say(told)
  let isMeant = false
  const end = () => {
    isMeant = true
    socket.destroy()
  }
  input.once('end', () => {
    isMeant = true
  })
  // Whoever reads the answers may go at any moment.
  output.once('error', end)
  until.addEventListener('abort', end)
  const measured = new MeasuredLines()
  measured.on('data', () => {
    if (measured.underWay > mostMessage) socket.destroy()
  })
  input.pipe(measured).pipe(socket)
  socket.pipe(output, { end: false })
  await new Promise<void>((resolve) => {
    // An error closes it, too.
    socket.on('error', () => {})
    socket.once('close', () => resolve())
  })
  input.destroy()
  if (measured.underWay > mostMessage - (isMeant ? 0 : mostAtOnce)) throw tooLong()
  if (!isMeant) throw stopped()
  return true
}

/** The connection to the server, already turned over to the protocol; null where none listens. */
function reach({ data, readOnly }: ServeAgentOptions): Promise<Duplex | null> {
  return new Promise((resolve) => {
    const path = readOnly ? '/mcp?read-only' : '/mcp'
    const headers = { connection: 'upgrade', upgrade: 'mcp' }
    const asked = request({ socketPath: findSocket(data), path, headers })
    asked.once('upgrade', (_, socket) => resolve(socket))
    asked.once('response', () => resolve(null))
    asked.once('error', () => resolve(null))
    asked.end()
  })
}

function stopped(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'The server on the data folder has stopped, and with it the connection.',
      de: 'Der Server auf dem Datenordner wurde beendet und mit ihm die Verbindung.',
    },
    { en: 'Start the agent again.', de: 'Starte den Agenten neu.' },
  )
}
