import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Command {
  readonly name: string
  readonly args: readonly [string, ...string[]]
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Seconds and bytes. */
export interface Run {
  readonly wall: number
  /** User and system time of the command and what it started. */
  readonly processor: number
  /** The peak of its largest process; null where the system does not tell. */
  readonly memory: number | null
}

/** Runs a command to its end, its output thrown away. Throws when it fails. */
export async function timeCommand(command: Command): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-run-'))
  try {
    return await timed(command, join(folder, 'usage'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const gnuTime = '/usr/bin/time'
const hasGnuTime = existsSync(gnuTime) && process.platform === 'linux'

async function timed(command: Command, usageFile: string): Promise<Run> {
  // Where there is no GNU time, the shell tells the times and the process table the memory.
  const through: [string, ...string[]] = hasGnuTime
    ? [gnuTime, '-o', usageFile, '-f', '%U %S %M', ...command.args]
    : ['sh', '-c', '"$@"; code=$?; times > "$0"; exit $code', usageFile, ...command.args]
  const [program, ...args] = through
  const started = performance.now()
  const child = spawn(program, args, {
    cwd: command.folder,
    env: { ...ownEnvironment(), ...command.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const peak = hasGnuTime ? null : watchPeak(child)
  const { code, words } = await ending(child)
  const wall = (performance.now() - started) / 1000
  if (code !== 0) throw new Error(`${command.name} ended with ${code}: ${words.trim().slice(-500)}`)
  const usage = readFileSync(usageFile, 'utf8')
  return hasGnuTime
    ? { wall, ...fromGnuTime(usage) }
    : { wall, ...fromShellTimes(usage), memory: peak?.() ?? null }
}

/** Git's variables would reach the repository measured as well as this one. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
}

function ending(child: ChildProcess): Promise<{ code: number | null; words: string }> {
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2000)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, words }))
  })
}

/** GNU time's `%U %S %M`: seconds, seconds, kibibytes. Its last line: before it may stand how a command failed. */
export function fromGnuTime(usage: string): Pick<Run, 'processor' | 'memory'> {
  const [user = Number.NaN, system = Number.NaN, kibibytes = Number.NaN] = (
    usage.trim().split('\n').at(-1) ?? ''
  )
    .split(' ')
    .map(Number)
  return { processor: user + system, memory: kibibytes * 1024 }
}

/** What a POSIX shell's `times` writes: its own times, then those of what it ran, as `0m1.234s 0m0.100s`. */
export function fromShellTimes(usage: string): Pick<Run, 'processor'> {
  const seconds = (usage.trim().split('\n')[1] ?? '').split(' ').map((time) => {
    const [, minutes, rest] = /^(\d+)m([\d.,]+)s$/.exec(time) ?? []
    return Number(minutes) * 60 + Number(rest?.replace(',', '.'))
  })
  return { processor: seconds.reduce((sum, part) => sum + part, 0) }
}

/** Looks every few milliseconds at the peaks that Linux keeps of the child and of all below it. */
function watchPeak(child: ChildProcess): () => number | null {
  if (!existsSync('/proc/self/status')) return () => null
  let peak = 0
  const look = () => {
    for (const pid of familyOf(child.pid ?? 0)) {
      const kibibytes = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1]
      peak = Math.max(peak, Number(kibibytes ?? 0) * 1024)
    }
  }
  const timer = setInterval(look, 5)
  return () => {
    clearInterval(timer)
    return peak > 0 ? peak : null
  }
}

function familyOf(pid: number): number[] {
  const family = [pid]
  for (const member of family) {
    const tasks = list(`/proc/${member}/task`)
    for (const task of tasks) {
      family.push(...read(`/proc/${member}/task/${task}/children`).split(' ').filter(Boolean).map(Number))
    }
  }
  return family
}

// A process may be gone between two looks.
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
