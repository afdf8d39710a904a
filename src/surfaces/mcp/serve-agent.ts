import { inspect } from 'node:util'
import type { Readable, Writable } from 'node:stream'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { linkRules, records } from '#areas/records.ts'
import { createKernel, Refusal, type Store } from '#kernel'
import { openData } from '#surfaces/files/open-data.ts'
import { languageOfEnvironment } from '../cli/language-of-environment.ts'
import { agentServer } from './agent-server.ts'
import { agentSession } from './agent-session.ts'
import { mostMessage, patientTransport } from './patient-transport.ts'
import { relayAgent } from './relay-agent.ts'
import { tooLong } from './too-long.ts'

export interface ServeAgentOptions {
  /** Folder of the database. */
  readonly data: string
  readonly readOnly: boolean
  readonly input: Readable
  readonly output: Writable
  /** Told what happens, a line each; never on the output, which is the protocol's alone. */
  readonly say: (line: string) => void
  readonly environment: NodeJS.ProcessEnv
  /** Ends it from outside, as a signal does. */
  readonly until: AbortSignal
}

/**
 * Serves one agent over standard input and output until the input ends: directly on the data folder, or through the
 * server that holds it. Refuses a folder that another process holds, and a message of more than 1 MiB.
 */
export async function serveAgent(options: ServeAgentOptions): Promise<void> {
  const { data, environment } = options
  const store = await openData(data, environment).catch(async (error: unknown) => {
    // Of all that opening refuses, a folder that somebody holds is the one with another way in.
    const isHeld = error instanceof Refusal && 'holder' in error.details
    if (isHeld && (await relayAgent(options, answers(environment)))) return null
    throw error
  })
  if (!store) return
  try {
    await serveOn(store, options)
  } finally {
    await store.close()
  }
}

async function serveOn(store: Store, options: ServeAgentOptions): Promise<void> {
  const { say, readOnly, input, output, until } = options
  const kernel = createKernel({
    store,
    records,
    links: linkRules,
    log: ({ id, where, error }) =>
      say(
        `Something went wrong in ${where}, id ${id}: ${error instanceof Error ? (error.stack ?? error.message) : inspect(error)}`,
      ),
  })
  const session = agentSession({
    kernel,
    actor: { kind: 'local' },
    language: 'en',
    readOnly,
    pages: 'http://localhost:4400',
  })
  const transport = patientTransport(input, output, mostMessage)
  const serving = serveStdio(() => agentServer(session), {
    transport,
    onerror: ({ message }) => say(`Not understood: ${message.slice(0, 200)}`),
  })
  until.addEventListener('abort', () => void serving.close())
  say(answers(options.environment))
  const cut = await transport.ended
  await serving.close()
  if (cut && !hasGone(cut)) throw reasonOf(cut)
}

function answers(environment: NodeJS.ProcessEnv): string {
  return {
    en: 'Leitstand answers an agent on standard input and output.',
    de: 'Leitstand antwortet einem Agenten auf Standardein- und -ausgabe.',
  }[languageOfEnvironment(environment)]
}

/** Whoever reads the answers may go at any moment, which is their good right. */
function hasGone(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE'
}

function reasonOf(cut: Error): Error {
  return cut.message.includes('exceeded maximum size') ? tooLong() : cut
}
