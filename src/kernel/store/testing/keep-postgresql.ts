// Runs a throw-away PostgreSQL for as long as its standard input is open, so that none outlives a killed test run.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const [programs = '', folder = ''] = process.argv.slice(2)
const data = join(folder, 'data')
const user = process.getuid?.() === 0 ? otherUser() : undefined

// The server refuses to run as root; its folder then belongs to the user it runs as.
if (user !== undefined) chownSync(folder, user.uid, user.gid)
const asUser = { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...user }
const initdb = ['-D', data, '-U', 'leitstand', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C']
execFileSync(join(programs, 'initdb'), initdb, { ...asUser, stdio: ['ignore', 'ignore', 'inherit'] })
const sockets = join(folder, 'sockets')
mkdirSync(sockets)
if (user !== undefined) chownSync(sockets, user.uid, user.gid)

// Nothing needs to survive, so nothing is flushed; no port is taken, the socket is enough.
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'listen_addresses=',
  `unix_socket_directories=${sockets}`,
  'max_connections=200',
]
const server = spawn(
  join(programs, 'postgres'),
  ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
  { ...asUser, stdio: ['ignore', 'ignore', 'pipe'] },
)
let told = ''
let ready = false
server.stderr.on('data', (chunk: Buffer) => {
  told += chunk.toString()
  if (ready || !told.includes('ready to accept connections')) return
  ready = true
  process.stdout.write('ready\n')
})
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  if (code !== 0) process.stderr.write(told)
  process.exit(code ?? 1)
})
process.stdin.on('close', () => server.kill('SIGINT'))
process.stdin.resume()

function otherUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534) }
}
