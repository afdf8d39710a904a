import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { ReadableStream } from 'node:stream/web'
import { Refusal } from '#kernel'
import { erasureListName } from '#workspace'
import { backupPlace } from '#surfaces/files/backup-place.ts'
import { assertRestorable } from '#surfaces/sample/sample-operations.ts'
import { languageOfEnvironment } from '../cli/language-of-environment.ts'
import { createApp } from '../api/create-app.ts'
import { listenLocally } from './listen-locally.ts'
import { listen } from './listen.ts'
import { restoreBeside, type Accompanied, type RestoredBeside } from './restore-beside.ts'
import { openControlRoom, type ControlRoom } from './open-control-room.ts'
import { processUsage } from './usage.ts'
import { version } from './version.ts'

export interface ServeOptions {
  /** Repository to read at once; null for none, then the one stood in is offered. */
  readonly repository: string | null
  /** Where one stands. */
  readonly folder: string
  /** 0 for any that is free. */
  readonly port: number
  /** Folder of the database and the clones. */
  readonly data: string
  /** Address to listen on; null for this machine alone, like loopback addresses. */
  readonly host?: string | null
  /** Where others than this machine find the server; null for where it listens. */
  readonly publicUrl?: string | null
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
 * Serves the control room, to this machine alone unless said otherwise. The pages answer at once, while the database is
 * still opening. Refuses a port that is taken, and to let others in where there is no account.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  let room: ControlRoom | null = null
  let failure: Refusal | null = null
  let local: Awaited<ReturnType<typeof listenLocally>> | null = null
  const host = options.host ?? '127.0.0.1'
  const isPublic = (options.publicUrl ?? null) !== null || !isLoopback(host)
  const address = () => options.publicUrl ?? `http://${isLoopback(host) ? 'localhost' : inUrl(host)}:${port}`
  let port = options.port
  const usage = processUsage()
  const app = createApp({
    isAsked: () => usage.isAsked(),
    address: () => (isPublic ? address() : null),
    kernel: () => room?.kernel ?? null,
    stoodIn: () => room?.stoodIn ?? null,
    ...(options.environment['DATABASE_URL'] ? {} : { restore: restoreSent }),
    status: () => ({
      version,
      database: room ? 'ready' : failure ? 'failed' : 'opening',
      engine: room?.kernel.store.kind ?? null,
      message: failure?.words ?? null,
    }),
  })
  const server = await listen(app, options.port, host)
  port = portOf(server.address())
  const url = address()
  const language = languageOfEnvironment(options.environment)
  const [at, behind] = { en: ['at', 'listening on'], de: ['unter', 'hört auf'] }[language]
  const place = options.publicUrl ? `, ${behind} http://${inUrl(host)}:${port}` : ''
  options.say(`Leitstand ${version} ${at} ${url}${place}`)
  async function open(): Promise<void> {
    const clones = join(options.data, 'clones')
    const opened = await openControlRoom({ ...options, address: url, isPublic, usage, clones })
    room = opened
    // On another database commands need no server: nobody locks it.
    if (opened.kernel.store.kind === 'pglite') local ??= await listenOnFolder()
  }
  async function listenOnFolder() {
    const kernel = () => room?.kernel ?? null
    const host = { kernel, data: options.data, pages: url, isAsked: () => usage.isAsked(), restore }
    return listenLocally(host).catch((error: Error) => {
      const why = error.message
      options.say(
        {
          en: `Commands cannot reach this server on its data folder: ${why}.`,
          de: `Befehle erreichen diesen Server in seinem Datenordner nicht: ${why}.`,
        }[language],
      )
      return null
    })
  }
  async function shut(): Promise<void> {
    const opened = room
    // From now on it is told that the database opens.
    room = null
    local?.dropAgents()
    await opened?.close()
  }
  async function restoreSent(backup: ReadableStream, secret: string): Promise<void> {
    await restore(backup, { secret, lists: [], isSent: true })
  }
  async function restore(backup: ReadableStream, along: Accompanied): Promise<number> {
    if (restoring) throw restoringAlready()
    restoring = true
    const ownList = join(backupPlace(options.data, options.environment).folder, erasureListName)
    const lists = [...along.lists, ownList]
    const restored = await restoreBeside(options.data, backup, { ...along, lists }).catch(
      (error: unknown) => {
        restoring = false
        throw error
      },
    )
    opening = putInPlace(restored).finally(() => {
      restored.clear()
      restoring = false
    })
    await opening
    return restored.repeated
  }
  async function putInPlace(restored: RestoredBeside): Promise<void> {
    const before = room
    // From here on nothing new is let in; what came while the backup was read must not be lost.
    room = null
    try {
      if (before) await assertRestorable(before.kernel, { kind: 'local' })
    } catch (error) {
      room = before
      throw error
    }
    room = before
    await shut()
    restored.swap()
    try {
      await open()
    } catch (error) {
      restored.swapBack()
      await open()
      throw error
    }
  }
  let restoring = false
  let opening = open()
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
      const listening = local
      local = null
      await listening?.stop()
      await shut()
    },
  }
}

function restoringAlready(): Refusal {
  return new Refusal('conflict', {
    en: 'A backup is being restored already.',
    de: 'Es wird schon eine Sicherung eingespielt.',
  })
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host)
}

/** IPv6 addresses stand in brackets. */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
