import { Client, StreamableHTTPClientTransport, type CallToolResult } from '@modelcontextprotocol/client'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { createKernel } from '#kernel'
import type { RecordShape } from '#kernel/shape.ts'
import { aStore, type EngineName } from '#kernel/store/testing/a-store.ts'
import { agentServer } from '../agent-server.ts'
import { agentSession, type AgentSession } from '../agent-session.ts'

/** The two ways in which clients open a connection: the older handshake, and the newer that knows no session. */
export const eras = ['legacy', 'modern'] as const

export type Era = (typeof eras)[number]

/** A client as the SDK has it, that speaks the era and no other. */
export function aClient(era: Era): Client {
  const mode = era === 'legacy' ? ('legacy' as const) : { pin: '2026-07-28' }
  return new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
}

/** A client of the server at the address. */
export async function connectTo(url: string, era: Era = 'modern'): Promise<Client> {
  const client = aClient(era)
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  return client
}

/** A client of a session that no server on the network serves: for actors and verbs that none has. */
export async function connectWithin(session: AgentSession): Promise<Client> {
  const handler = createMcpHandler(() => agentServer(session))
  const client = aClient('modern')
  const fetch = async (url: string | URL, init?: RequestInit) => handler.fetch(new Request(url, init))
  await client.connect(new StreamableHTTPClientTransport(new URL('http://agent.test/mcp'), { fetch }))
  return client
}

/** A kernel with the records of all areas on a store of its own, and sessions on it. */
export async function anAgentKernel(engine: EngineName = 'pglite') {
  const store = await aStore(engine, allMigrations)
  const bugs: unknown[] = []
  const kernel = createKernel({ store, records, links: linkRules, log: ({ error }) => bugs.push(error) })
  return {
    kernel,
    bugs,
    session({ actor = { kind: 'local' }, ...given }: Partial<AgentSession> = {}): AgentSession {
      const usual = {
        kernel,
        actor,
        language: 'en',
        readOnly: false,
        pages: 'http://localhost:4400',
      } as const
      return { ...agentSession(usual), ...given }
    },
    close: () => store.close(),
  }
}

/** Calls a tool; gives its structured data, or throws the text of its refusal. */
export async function call(
  client: Client,
  name: string,
  given: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const result = await client.callTool({ name, arguments: given })
  if (result.isError) throw new Error(textOf(result))
  const { data } = result.structuredContent as { data: Record<string, unknown> } // every tool answers in this shape
  return data
}

/** Calls a tool that answers with one record. */
export async function recordFrom(
  client: Client,
  name: string,
  given: Record<string, unknown>,
): Promise<RecordShape> {
  const { record } = await call(client, name, given)
  return record as RecordShape // what the tool says in its output schema
}

/** All text of an answer. */
export function textOf({ content }: Pick<CallToolResult, 'content'>): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('\n')
}
