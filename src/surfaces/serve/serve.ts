import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { Refusal } from '#kernel'
import { languageOfEnvironment } from '../cli/language-of-environment.ts'
import { createApp } from '../api/create-app.ts'
import { listenLocally } from './listen-locally.ts'
import { listen } from './listen.ts'
import { openControlRoom, type ControlRoom } from './open-control-room.ts'
import { version } from './version.ts'

export interface ServeOptions {
  /** Repository to read at once; null for none. */
  readonly repository: string | null
  /** Where one stands; its repository is read when none is named and there is one. */
  readonly folder: string
  /** 0 for any that is free. */
  readonly port: number
  /** Folder of the database and the clones. */
  readonly data: string
  /** Told what happens, a line each. */
  readonly say: (line: string) => void
  readonly environment: NodeJS.ProcessEnv
}

export interface Served {
  readonly url: string
  /** Settles once the database is open and the repository is asked for; rejects with the refusal that kept it from that. */
  readonly ready: Promise<void>
  /** Stops taking requests, hands running jobs back and closes the database. */
  close(): Promise<void>
}

/**
 * Serves the control room on the loopback address. The pages answer at once, while the database is still opening.
 * Refuses a port that is taken.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  let room: ControlRoom | null = null
  let failure: Refusal | null = null
  let local: Awaited<ReturnType<typeof listenLocally>> | null = null
  const app = createApp({
    kernel: () => room?.kernel ?? null,
    status: () => ({
      version,
      database: room ? 'ready' : failure ? 'failed' : 'opening',
      engine: room?.kernel.store.kind ?? null,
      message: failure?.words ?? null,
    }),
  })
  const server = await listen(app, options.port)
  const url = `http://localhost:${portOf(server.address())}`
  const at = { en: 'at', de: 'unter' }[languageOfEnvironment(options.environment)]
  options.say(`Leitstand ${version} ${at} ${url}`)
  const opening = openControlRoom({
    ...options,
    clones: join(options.data, 'clones'),
  }).then(async (opened) => {
    room = opened
    // On another database commands need no server: nobody locks it.
    if (opened.kernel.store.kind === 'pglite')
      local = await listenLocally(opened.kernel, options.data).catch((error: Error) => {
        options.say(`Commands cannot reach this server on its data folder: ${error.message}.`)
        return null
      })
  })
  const ready = opening.catch((error: unknown) => {
    if (error instanceof Refusal) failure = error
    throw error
  })
  ready.catch(() => {})
  return {
    url,
    ready,
    async close() {
      await server.stop()
      await opening.catch(() => {})
      await local?.stop()
      await room?.close()
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
