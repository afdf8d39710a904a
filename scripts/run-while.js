// Runs a command for as long as whoever started this lives: its standard input ends with it, however it ends. Else an
// install whose start was killed would go on, and the next start would begin another one in the same folder.
import { spawn } from 'node:child_process'

const [command = '', ...args] = process.argv.slice(2)
const child = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32' && command.endsWith('.cmd'), // Windows starts .cmd files through a shell only
})
const end = () => {
  child.kill('SIGKILL')
  process.exitCode = 1
}
process.on('SIGTERM', end).on('SIGHUP', end)
process.stdin.on('end', end).resume()
child.on('error', (error) => {
  process.stderr.write(`${command} cannot be started: ${error.message}\n`)
  process.exit(1)
})
child.on('exit', (code) => process.exit(code ?? 1))
