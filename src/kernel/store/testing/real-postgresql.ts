import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findPostgresql, type PostgresqlPrograms } from './postgresql-programs.ts'

/** A throw-away PostgreSQL; it ends with this process at the latest, and its folder goes with it. */
export interface RealPostgresql {
  readonly url: string
  readonly version: number
  readonly from: PostgresqlPrograms['from']
  stop(): Promise<void>
}

/** Starts a new, empty PostgreSQL of its own. */
export async function startPostgresql(): Promise<RealPostgresql> {
  const { folder: programs, version, from } = findPostgresql()
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-postgresql-'))
  chmodSync(folder, 0o755)
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL('./keep-postgresql.ts', import.meta.url)), programs, folder],
    // A group of its own: an interrupt from the terminal must not end the keeper before its server.
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  )
  const ended = once(keeper, 'exit')
  const ready = once(createInterface(keeper.stdout), 'line')
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`PostgreSQL ${version} in ${programs} did not start.`)
    }),
  ])
  return {
    url: `postgresql://leitstand@localhost/postgres?host=${encodeURIComponent(join(folder, 'sockets'))}`,
    version,
    from,
    async stop() {
      keeper.stdin.end()
      await ended
    },
  }
}
