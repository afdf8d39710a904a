import { createReadStream, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { deserialize, serialize } from 'node:v8'
import { createAdaptorServer } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { perform, Refusal, type Kernel } from '#kernel'
import { writeBackup } from '#workspace'
import { acceptAgents } from '../mcp/accept-agents.ts'
import { backupOptions } from '../files/backup-options.ts'
import { localOperationNamed } from '../operations.ts'
import { assertRestorable } from '../sample/sample-operations.ts'
import {
  backupPath,
  localContent,
  restoreHeader,
  restorePath,
  rowsHeader,
  type LocalAnswer,
} from './local-answer.ts'
import type { Accompanied } from './restore-beside.ts'
import { prepareSocket } from './local-socket.ts'
import { tellRepositories } from '../tell-repositories.ts'

/** What commands need of the process that has the data folder open. */
export interface LocalHost {
  /** Null while another database takes the place of the one that was open. */
  kernel(): Kernel | null
  readonly data: string
  /** Where people find the pages. */
  readonly pages: string
  /** Told each time that something is asked. */
  isAsked(): void
  /** Puts what a backup holds in the place of a database that holds nothing; gives how many erasures were done again. */
  restore(backup: WebStream, along: Accompanied): Promise<number>
}

interface Locally {
  /** Ends the connections of agents, who come again. */
  dropAgents(): void
  stop(): Promise<void>
}

/**
 * Takes commands of the same user on the socket of the data folder, whose lock this process holds: `POST /NAME` with the
 * input of the operation of that name, and agents. Whoever may open the socket may open the folder, and is its owner.
 */
export async function listenLocally(host: LocalHost): Promise<Locally> {
  const { data, pages } = host
  const app = new Hono()
  app.use(async (_context, next) => {
    host.isAsked()
    await next()
  })
  const kernelNow = () => host.kernel() ?? beingReplaced()
  app.post(backupPath, async (context) => sendBackup(context, kernelNow(), data))
  app.post(restorePath, async (context) => takeBackup(context, host, kernelNow()))
  app.post('/:name', async (context) => {
    const operation = localOperationNamed(context.req.param('name'))
    if (!operation)
      return answer(context, { message: 'The running server is of another version: start it again.' }, 404)
    const input: unknown = await inputOf(context)
    const kernel = kernelNow()
    const output = await perform(kernel, operation, { kind: 'local' }, input, 'cli')
    tellRepositories(kernel, operation.name, output)
    return answer(context, { output })
  })
  app.onError((error, context) => {
    if (!(error instanceof Refusal)) return answer(context, { message: error.message }, 500)
    // In both languages: which one is read is for whoever asked to know.
    const { code, words, hintWords, fields, details } = error
    return answer(context, { refusal: { code, words, hintWords, fields, details } }, 422)
  })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server // without options it makes a plain HTTP server
  const agents = acceptAgents(server, () => host.kernel(), pages)
  const socket = prepareSocket(data)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(socket.path, () => resolve())
  })
  socket.close()
  return {
    dropAgents: () => agents.stop(),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => {
          socket.remove()
          stopped()
        })
        agents.stop()
        server.closeAllConnections()
      }),
  }
}

/** Refused before the file is read, where something is there already. */
async function takeBackup(context: Context, { data, restore }: LocalHost, kernel: Kernel): Promise<Response> {
  await assertRestorable(kernel, { kind: 'local' })
  const told = decodeURIComponent(context.req.header(restoreHeader) ?? '')
  const { secret, list } = JSON.parse(told) as { secret: string; list: string } // what the command of this version asks with
  const sent = context.req.raw.body as WebStream | null // the same stream in Node's own words
  if (!sent) throw new Error('A backup was sent without a body.')
  const repeated = await restore(sent, { secret, lists: [join(data, basename(list))], isSent: false })
  return answer(context, { output: { repeated } })
}

function beingReplaced(): never {
  throw new Refusal(
    'conflict',
    {
      en: 'A backup is just being put in the place of the database.',
      de: 'Gerade tritt eine Sicherung an die Stelle der Datenbank.',
    },
    { en: 'Try again in a moment.', de: 'Versuche es gleich noch einmal.' },
  )
}

/** Written here first: as long as the database is read nobody else gets at it, however slowly the asker takes it. */
async function sendBackup(context: Context, { store }: Kernel, data: string): Promise<Response> {
  const { secret } = (await inputOf(context)) as { secret: string } // what the command of this version asks with
  const file = join(data, `.backup-${randomUUID()}`)
  try {
    const { rows } = await writeBackup(store.database, file, secret, backupOptions.blanks)
    const content = createReadStream(file)
    content.once('close', () => rmSync(file, { force: true }))
    const body = Readable.toWeb(content) as ReadableStream // the same thing under the name that Hono takes
    return context.body(body, 200, { 'content-type': 'application/octet-stream', [rowsHeader]: String(rows) })
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}

async function inputOf(context: Context): Promise<unknown> {
  return deserialize(new Uint8Array(await context.req.arrayBuffer()))
}

function answer(context: Context, given: LocalAnswer, status: 200 | 404 | 422 | 500 = 200): Response {
  return context.body(new Uint8Array(serialize(given)), status, { 'content-type': localContent })
}
