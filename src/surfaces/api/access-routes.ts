import type { Context, Hono } from 'hono'
import { type Operation } from '#kernel'
import {
  changeRole,
  createInvitation,
  createKey,
  listInvitations,
  listKeys,
  listMembers,
  linkPerson,
  listSessions,
  proposePerson,
  removeMember,
  revokeInvitation,
  revokeKey,
  revokeSession,
} from '#workspace'
import { body, performFor, query } from './answering.ts'
import type { ApiHost } from './routes.ts'

/** Adds what concerns members, invitations, keys and sessions. */
export function addAccessRoutes(app: Hono, host: ApiHost): void {
  const run = <Input, Output>(context: Context, operation: Operation<Input, Output>, input: unknown) =>
    performFor(host, context, operation, input)
  const end =
    <Input>(operation: Operation<Input, unknown>) =>
    async (context: Context) => {
      await run(context, operation, context.req.param())
      return context.body(null, 204)
    }
  app.get('/api/v1/members', async (context) => context.json(await run(context, listMembers, {})))
  app.put('/api/v1/members/:member/role', async (context) =>
    context.json(await run(context, changeRole, { ...(await body(context)), ...query(context) })),
  )
  app.delete('/api/v1/members/:member', end(removeMember))
  app.put('/api/v1/members/:member/person', async (context) =>
    context.json(await run(context, linkPerson, { ...(await body(context)), ...query(context) })),
  )
  app.put('/api/v1/session/person', async (context) =>
    context.json(await run(context, proposePerson, await body(context))),
  )
  app.get('/api/v1/invitations', async (context) => context.json(await run(context, listInvitations, {})))
  app.post('/api/v1/invitations', async (context) =>
    context.json(await run(context, createInvitation, await body(context)), 201),
  )
  app.delete('/api/v1/invitations/:invitation', end(revokeInvitation))
  app.get('/api/v1/api-keys', async (context) => context.json(await run(context, listKeys, {})))
  app.post('/api/v1/api-keys', async (context) =>
    context.json(await run(context, createKey, await body(context)), 201),
  )
  app.delete('/api/v1/api-keys/:key', end(revokeKey))
  app.get('/api/v1/sessions', async (context) => context.json(await run(context, listSessions, {})))
  app.delete('/api/v1/sessions/:session', end(revokeSession))
}
