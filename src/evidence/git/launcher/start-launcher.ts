import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LauncherOrder, LauncherReport } from './launcher-protocol.ts'
import type { GitCall, StartedGit } from './start-directly.ts'

export interface Launcher {
  /** Starts git; null while no pair of sockets is ready or after the launcher has gone. */
  start(call: GitCall): StartedGit | null
  /** Stops every git that it started, and itself. */
  stop(): Promise<void>
}

interface Pair {
  readonly number: number
  readonly streams: Socket
  readonly errors: Socket
}

interface Running {
  end(code: number | null): void
  fail(error: Error): void
}

/**
 * Starts a small process that starts git. Starting a program copies the page tables of the process that does it, which
 * takes a server of some hundred megabytes ten times as long as an empty one and keeps all its requests waiting.
 */
export async function startLauncher(): Promise<Launcher> {
  // Made for this user alone.
  const folder = await mkdtemp(join(tmpdir(), 'leitstand-git-'))
  const address = join(folder, 'streams')
  const ready: Pair[] = []
  const running = new Map<number, Running>()
  let half: Socket | null = null
  let nextPair = 0
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => {})
    socket.unref()
    if (half === null) half = socket
    else {
      ready.push({ number: nextPair++, streams: half, errors: socket })
      half = null
    }
  })
  server.listen(address)
  await once(server, 'listening')
  server.unref()
  const child = forkLauncher(address)
  child.on('message', (report: LauncherReport) => {
    const git = running.get(report.pair)
    running.delete(report.pair)
    if (running.size === 0) child.channel?.unref()
    if ('failure' in report) git?.fail(Object.assign(new Error(report.failure.message), report.failure))
    else git?.end(report.code)
  })
  let gone = false
  const ended = once(child, 'exit').then(() => {
    gone = true
    for (const git of running.values()) git.fail(new Error('The process that starts git has ended.'))
    for (const { streams, errors } of ready) [streams, errors].forEach((socket) => socket.destroy())
    half?.destroy()
    server.close()
    return rm(folder, { recursive: true, force: true })
  })

  return {
    start(call) {
      const pair = gone ? undefined : ready.shift()
      if (pair === undefined) return null
      const order = (told: LauncherOrder) => void (child.connected && child.send(told, () => {}))
      child.channel?.ref()
      order({ pair: pair.number, start: call })
      return startedGit(pair, {
        keep: (git) => running.set(pair.number, git),
        stop: () => order({ pair: pair.number, stop: true }),
      })
    },
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

function forkLauncher(address: string): ChildProcess {
  const file = import.meta.url.endsWith('.ts') ? './launcher-process.ts' : './launcher-process.js'
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [address], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

function startedGit(
  { streams, errors }: Pair,
  { keep, stop }: { readonly keep: (running: Running) => void; readonly stop: () => void },
): StartedGit {
  streams.ref()
  errors.ref()
  const toldAll = once(errors, 'close')
  const left = new Promise<number | null>((resolve, reject) => keep({ end: resolve, fail: reject }))
  // What git wrote and nobody reads any more would keep the socket open.
  const drain = () => void (streams.listenerCount('readable') === 0 && streams.resume())
  const ended = left.then(
    async (code) => {
      await toldAll
      if (code === null) drain()
      return code
    },
    (error: unknown) => {
      drain()
      throw error
    },
  )
  errors.resume()
  return { stdin: streams, stdout: streams, stderr: errors, ended, stop }
}
