// A process that does nothing but start git for the server. It connects sockets in advance, three for each git that is to
// come, and hands them over as its standard streams. Input has one of its own: what a git leaves unread there resets it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setPriority, constants } from 'node:os'
import type { LauncherOrder, LauncherReport } from './launcher-protocol.ts'
import { type GitCall, spawnOptions, stopGit } from './start-directly.ts'

const gitsAhead = 12

// Inherited by every git: where processors are few, whoever asks the server something goes before the reading.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const [address = ''] = process.argv.slice(2)
const sets = new Map<number, Promise<readonly [Socket, Socket, Socket]>>()
const running = new Map<number, () => void>()
let newest: Promise<unknown> = Promise.resolve()
// In turn, or a git could be stopped before it is started.
let obeyed: Promise<unknown> = Promise.resolve()
let nextSet = 0

// It ends with the server, however that ends, and not before: what a terminal sends to all reaches the server, too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => {
  for (const stop of running.values()) stop()
  process.exit()
})
process.on('message', (order: LauncherOrder) => {
  obeyed = obeyed.then(() => obey(order))
})
for (let n = 0; n < gitsAhead; n++) openSet()

/** Sets are numbered by the order in which both sides see them, so one is connected after the other. */
function openSet() {
  const set = newest.then(async () => [await connected(), await connected(), await connected()] as const)
  newest = set
  sets.set(nextSet++, set)
}

async function connected(): Promise<Socket> {
  const socket = connect(address)
  // What comes is for git to read.
  socket.pause()
  await once(socket, 'connect')
  return socket
}

async function obey(order: LauncherOrder) {
  if ('stop' in order) return running.get(order.set)?.()
  const sockets = await sets.get(order.set)
  sets.delete(order.set)
  if (sockets !== undefined) start(order.set, order.start, sockets)
  openSet()
}

function start(set: number, call: GitCall, sockets: readonly [Socket, Socket, Socket]) {
  const child: ChildProcess = spawn('git', call.args, {
    ...spawnOptions(call),
    stdio: [...sockets],
  })
  running.set(set, () => stopGit(child, call.group))
  const report = (told: LauncherReport) => {
    running.delete(set)
    process.send?.(told)
  }
  child.once('exit', (code) => report({ set, code }))
  child.once('error', (error: NodeJS.ErrnoException) => {
    const { message, code } = error
    report({ set, failure: { message, ...(code === undefined ? {} : { code }) } })
  })
  // Git has them now, and they end when it closes them.
  for (const socket of sockets) socket.destroy()
}
