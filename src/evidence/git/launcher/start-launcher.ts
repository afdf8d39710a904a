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
  /** Starts git; null while no sockets are ready or after the launcher has gone. */
  start(call: GitCall): StartedGit | null
  /** Stops every git that it started, and itself. */
  stop(): Promise<void>
}

/** What becomes the standard streams of one git. */
interface Streams {
  readonly number: number
  readonly stdin: Socket
  readonly stdout: Socket
  readonly stderr: Socket
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
  const ready: Streams[] = []
  const running = new Map<number, Running>()
  let arrived: Socket[] = []
  let next = 0
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => {})
    socket.unref()
    arrived.push(socket)
    const [stdin, stdout, stderr] = arrived
    if (!stdin || !stdout || !stderr) return
    ready.push({ number: next++, stdin, stdout, stderr })
    arrived = []
  })
  server.listen(address)
  await once(server, 'listening')
  server.unref()
  const child = forkLauncher(address)
  child.on('message', (report: LauncherReport) => {
    const git = running.get(report.set)
    running.delete(report.set)
    if (running.size === 0) child.channel?.unref()
    if ('failure' in report) git?.fail(Object.assign(new Error(report.failure.message), report.failure))
    else git?.end(report.code)
  })
  let gone = false
  const ended = once(child, 'exit').then(() => {
    gone = true
    for (const git of running.values()) git.fail(new Error('The process that starts git has ended.'))
    const unused = ready.flatMap(({ stdin, stdout, stderr }) => [stdin, stdout, stderr])
    for (const socket of [...unused, ...arrived]) socket.destroy()
    server.close()
    return rm(folder, { recursive: true, force: true })
  })

  return {
    start(call) {
      const streams = gone ? undefined : ready.shift()
      if (streams === undefined) return null
      const { number } = streams
      const order = (told: LauncherOrder) => void (child.connected && child.send(told, () => {}))
      child.channel?.ref()
      order({ set: number, start: call })
      return startedGit(streams, {
        keep: (git) => running.set(number, git),
        stop: () => order({ set: number, stop: true }),
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
  { stdin, stdout, stderr }: Streams,
  { keep, stop }: { readonly keep: (running: Running) => void; readonly stop: () => void },
): StartedGit {
  for (const socket of [stdin, stdout, stderr]) socket.ref()
  const toldAll = once(stderr, 'close')
  const left = new Promise<number | null>((resolve, reject) => keep({ end: resolve, fail: reject }))
  // What git wrote and nobody reads any more would keep the socket open, and so would input that nobody ended.
  const drain = () => {
    stdin.destroy()
    if (stdout.listenerCount('readable') === 0) stdout.resume()
  }
  const ended = left.then(
    async (code) => {
      await toldAll
      if (code === null) drain()
      else stdin.destroy()
      return code
    },
    (error: unknown) => {
      drain()
      throw error
    },
  )
  stderr.resume()
  return { stdin, stdout, stderr, ended, stop }
}
