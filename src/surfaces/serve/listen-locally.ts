import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { perform, Refusal, type Kernel } from '#kernel'
import { operationNamed } from '../operations.ts'
import { prepareSocket } from './local-socket.ts'

/**
 * Takes commands of the same user on the socket of the data folder, whose lock this process holds: `POST /NAME` with the
 * input of the operation of that name. Whoever may open the socket may open the folder, and is its owner.
 */
export async function listenLocally(kernel: Kernel, data: string): Promise<{ stop(): Promise<void> }> {
  const app = new Hono()
  app.post('/:name', async (context) => {
    const operation = operationNamed(context.req.param('name'))
    if (!operation)
      return context.json({ message: 'The running server is of another version: start it again.' }, 404)
    const input: unknown = await context.req.json()
    const output = await perform(kernel, operation, { kind: 'local' }, input, 'cli')
    return context.json({ output })
  })
  app.onError((error, context) => {
    if (!(error instanceof Refusal)) return context.json({ message: error.message }, 500)
    // In both languages: which one is read is for whoever asked to know.
    const { code, words, hintWords, fields, details } = error
    return context.json({ refusal: { code, words, hintWords, fields, details } }, 422)
  })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server // without options it makes a plain HTTP server
  const socket = prepareSocket(data)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(socket.path, () => resolve())
  })
  socket.close()
  return {
    stop: () =>
      new Promise((stopped) => {
        server.close(() => {
          socket.remove()
          stopped()
        })
        server.closeAllConnections()
      }),
  }
}
