import type { Server } from 'node:http'
import { PassThrough, type Duplex } from 'node:stream'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Kernel } from '#kernel'
import { agentServer } from './agent-server.ts'
import { agentSession } from './agent-session.ts'
import { mostMessage, patientTransport } from './patient-transport.ts'

/**
 * Takes agents on the socket of the data folder, as the command that they started would have served them itself: a
 * request to upgrade to `mcp` turns its connection into their standard input and output. Whoever may open the socket
 * may open the folder, and is its owner.
 */
export function acceptAgents(
  server: Server,
  kernelNow: () => Kernel | null,
  pages: string,
): { stop(): void } {
  const open = new Set<Duplex>()
  server.on('upgrade', ({ headers, url = '' }, socket) => {
    const kernel = kernelNow()
    if (headers.upgrade !== 'mcp' || !kernel) return void socket.destroy()
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    // A client that breaks off is its own business.
    socket.on('error', () => {})
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: mcp\r\n\r\n')
    const readOnly = url.endsWith('?read-only')
    const session = agentSession({ kernel, actor: { kind: 'local' }, language: 'en', readOnly, pages })
    const transport = patientTransport(socket.pipe(new PassThrough()), socket, mostMessage)
    serveStdio(() => agentServer(session), { transport })
    // Where something cut it off, nothing that still comes is read, and the other end would wait for ever to send it.
    void transport.ended.then((cut) => (cut ? socket.destroy() : socket.end()))
  })
  return {
    stop() {
      for (const socket of open) socket.destroy()
    },
  }
}
