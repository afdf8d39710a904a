import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { root } from '../../scripts/root.js'

/** How a process ended and what it said. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

/** A checkout with the real bootstrap, one package to install, and an npm and a build that only pretend. */
export interface House {
  readonly folder: string
  /** Starts the bootstrap; `npm` says what the pretended npm does. */
  readonly start: (
    npm: 'works' | 'fails' | 'hangs',
    verb?: string,
  ) => { kill: (signal: NodeJS.Signals) => void; ended: Promise<Ended> }
  /** How often npm was called. */
  readonly installs: () => number
  /** Resolves when npm has been called that often. */
  readonly installsReach: (count: number) => Promise<void>
  readonly lockAnotherVersion: () => void
  /** How often the command was built; it is once there is a `src/main.ts`. */
  readonly builds: () => number
  readonly write: (path: string, text: string) => void
}

/** Builds the command by noting that it did, from sources that say whether they can be built. */
const pretendedBuild = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
appendFileSync('builds', 'x')
if (readFileSync('src/main.ts', 'utf8').includes('broken')) { console.error('src/main.ts is broken'); process.exit(1) }
mkdirSync('dist/command', { recursive: true })
writeFileSync('dist/command/main.js', '')
`

/** Installs the way npm does: empties node_modules first, writes its own record last. */
const pretendedNpm = `
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
rmSync('node_modules', { recursive: true, force: true })
mkdirSync('node_modules/thing', { recursive: true })
writeFileSync('npm-process', String(process.pid))
appendFileSync('installs', 'x')
if (process.env.NPM_DOES === 'fails') { console.error('no such version'); process.exit(1) }
if (process.env.NPM_DOES === 'hangs') await new Promise(() => setInterval(() => {}, 1000))
await new Promise((resolve) => setTimeout(resolve, 200))
writeFileSync('node_modules/thing/package.json', '{}')
cpSync('package-lock.json', 'node_modules/.package-lock.json')
`

export function aHouse(): House {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'leitstand-house-')))
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  })
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'npm.js'), pretendedNpm)
  writeFileSync(join(folder, 'scripts/build-command.js'), pretendedBuild)
  const lockVersion = (version: string) =>
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ packages: { '': {}, 'node_modules/thing': { version } } }),
    )
  lockVersion('1.0.0')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const lengthOf = (log: string) =>
    existsSync(join(folder, log)) ? readFileSync(join(folder, log), 'utf8').length : 0
  const installs = () => lengthOf('installs')
  return {
    folder,
    installs,
    builds: () => lengthOf('builds'),
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    lockAnotherVersion: () => lockVersion('2.0.0'),
    installsReach: async (count) => {
      while (installs() < count) await new Promise((resolve) => setTimeout(resolve, 10))
    },
    start: (npm, verb = 'build') => {
      const child = spawn(process.execPath, [join(folder, 'scripts/bootstrap.js'), verb], {
        cwd: folder,
        env: {
          PATH: process.env['PATH'],
          INIT_CWD: tmpdir(),
          npm_execpath: join(folder, 'npm.js'),
          NPM_DOES: npm,
        },
      })
      let output = ''
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
      const ended = new Promise<Ended>((resolve) => {
        child.on('close', (code, signal) => resolve({ code, signal, output }))
      })
      return { kill: (signal) => child.kill(signal), ended }
    },
  }
}
