import { createMcpHandler } from '@modelcontextprotocol/server'
import type { Hono } from 'hono'
import { openKernel } from '../api/answering.ts'
import { requesterOf } from '../api/requester.ts'
import type { ApiHost } from '../api/routes.ts'
import { agentServer } from './agent-server.ts'
import { agentSession } from './agent-session.ts'

/**
 * Adds the address for agents. Every request stands for itself and is answered with the rights of whoever stands behind
 * it: no session lives in this process, so any number of agents may come and go. With `?read-only` nothing is written.
 */
export function addAgentRoute(app: Hono, host: ApiHost): void {
  app.post('/mcp', async (context) => {
    const { actor, language } = await requesterOf(context)
    const session = agentSession({
      kernel: openKernel(host),
      actor,
      language,
      readOnly: context.req.query('read-only') !== undefined,
      pages: new URL(context.req.url).origin,
    })
    return createMcpHandler(() => agentServer(session)).fetch(context.req.raw)
  })
}
