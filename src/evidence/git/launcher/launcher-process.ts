// A process that does nothing but start git for the server. It connects pairs of sockets in advance, one for standard
// input and output, one for errors, and hands a pair over to each git.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { LauncherOrder, LauncherReport } from './launcher-protocol.ts'
import { type GitCall, spawnOptions, stopGit } from './start-directly.ts'

const pairsAhead = 12

const [address = ''] = process.argv.slice(2)
const pairs = new Map<number, Promise<readonly [Socket, Socket]>>()
const running = new Map<number, () => void>()
let newest: Promise<unknown> = Promise.resolve()
// In turn, or a git could be stopped before it is started.
let obeyed: Promise<unknown> = Promise.resolve()
let nextPair = 0

// It ends with the server, however that ends, and not before: what a terminal sends to all reaches the server, too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => {
  for (const stop of running.values()) stop()
  process.exit()
})
process.on('message', (order: LauncherOrder) => {
  obeyed = obeyed.then(() => obey(order))
})
for (let n = 0; n < pairsAhead; n++) openPair()

/** Pairs are numbered by the order in which both sides see them, so one is connected after the other. */
function openPair() {
  const pair = newest.then(async () => [await connected(), await connected()] as const)
  newest = pair
  pairs.set(nextPair++, pair)
}

async function connected(): Promise<Socket> {
  const socket = connect(address)
  // What comes is for git to read.
  socket.pause()
  await once(socket, 'connect')
  return socket
}

async function obey(order: LauncherOrder) {
  if ('stop' in order) return running.get(order.pair)?.()
  const sockets = await pairs.get(order.pair)
  pairs.delete(order.pair)
  if (sockets !== undefined) start(order.pair, order.start, sockets)
  openPair()
}

function start(pair: number, call: GitCall, [streams, errors]: readonly [Socket, Socket]) {
  const child: ChildProcess = spawn('git', call.args, {
    ...spawnOptions(call),
    stdio: [streams, streams, errors],
  })
  running.set(pair, () => stopGit(child, call.group))
  const report = (told: LauncherReport) => {
    running.delete(pair)
    process.send?.(told)
  }
  child.once('exit', (code) => report({ pair, code }))
  child.once('error', (error: NodeJS.ErrnoException) => {
    const { message, code } = error
    report({ pair, failure: { message, ...(code === undefined ? {} : { code }) } })
  })
  // Git has them now, and they end when it closes them.
  streams.destroy()
  errors.destroy()
}
