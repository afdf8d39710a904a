import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Server, Socket } from 'node:net'

export interface GitServer {
  readonly port: number
  /** Paths that were asked for, with their queries. */
  readonly asked: string[]
  /** Settles when the next connection has been closed by the other side. */
  readonly left: Promise<void>
  close(): Promise<void>
}

interface ServerOptions {
  /** Answers instead of git. */
  readonly answer?: RequestListener
  /** The connection dies after so many bytes of a pack. */
  readonly diesAfter?: number
  readonly tls?: { readonly key: string; readonly certificate: string }
}

/** A real server on loopback that serves the repositories in a folder over http or https through `git http-backend`. */
export async function aGitServer(folder: string, options: ServerOptions = {}): Promise<GitServer> {
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '')
    if (options.answer) options.answer(request, response)
    else serve(folder, request, response, options.diesAfter)
  }
  const server: Server = options.tls
    ? createSecureServer({ key: options.tls.key, cert: options.tls.certificate }, listener)
    : createServer(listener)
  const left = firstToLeave(server)
  left.catch(() => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    asked,
    left,
    close: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}

async function firstToLeave(server: Server): Promise<void> {
  const [socket]: Socket[] = await once(server, 'connection')
  if (socket) await once(socket.resume(), 'close')
}

function serve(folder: string, request: IncomingMessage, response: ServerResponse, diesAfter = Infinity) {
  const url = new URL(request.url ?? '/', 'http://server')
  const git = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      REMOTE_ADDR: '127.0.0.1',
    },
  })
  request.pipe(git.stdin)
  git.stdin.on('error', () => {})
  let head: Buffer | null = Buffer.alloc(0)
  let sent = 0
  git.stdout.on('data', (chunk: Buffer) => {
    let body = chunk
    if (head !== null) {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end === -1) return
      writeHead(response, head.toString('latin1', 0, end))
      body = head.subarray(end + 4)
      head = null
    }
    response.write(body.subarray(0, diesAfter))
    sent += body.length
    if (request.method === 'POST' && sent > diesAfter) setImmediate(() => response.destroy())
  })
  git.stdout.on('end', () => response.end())
}

function writeHead(response: ServerResponse, text: string) {
  const headers = text.split('\r\n').map((line): [string, string] => {
    const cut = line.indexOf(': ')
    return [line.slice(0, cut), line.slice(cut + 2)]
  })
  const status = headers.find(([name]) => name === 'Status')?.[1]
  response.writeHead(
    status === undefined ? 200 : Number.parseInt(status, 10),
    Object.fromEntries(headers.filter(([name]) => name !== 'Status')),
  )
}
