import { PostgresDialect } from 'kysely'
import { Pool, types, type QueryResult } from 'pg'
import { Refusal } from '../../operation/refusal.ts'
import type { Engine } from '../engine.ts'
import { assertOutsideOperation } from '../operation-scope.ts'
import { valueParsers } from '../value-parsers.ts'

const OLDEST_VERSION = 15

/** Connects to the PostgreSQL at `url`, 15 or newer. */
export async function openPostgresql(url: string): Promise<Engine> {
  const pool = new Pool({ connectionString: url, types: { getTypeParser }, application_name: 'leitstand' })
  // An idle connection that breaks is replaced by the pool at the next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await assertVersion(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    kind: 'postgresql',
    dialect: new PostgresDialect({ pool }),
    async run(text, values = []) {
      assertOutsideOperation('A database handle')
      const client = await pool.connect()
      try {
        const result = await (values.length > 0 ? client.query(text, [...values]) : client.query(text))
        const results: QueryResult[] = Array.isArray(result) ? result : [result]
        return { rows: results.flatMap(({ rows }) => rows as unknown[]) } // pg leaves the type of rows open
      } catch (error) {
        // A script that failed half-way may have left its own transaction open on this connection.
        await client.query('rollback').catch(() => undefined)
        throw error
      } finally {
        client.release()
      }
    },
    close: async () => pool.end(),
  }
}

async function assertVersion(pool: Pool): Promise<void> {
  const { rows } = await pool
    .query<{ server_version_num: string }>('show server_version_num')
    .catch(refuseConnection)
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (version >= OLDEST_VERSION) return
  throw new Refusal(
    'invalid',
    `The database server is PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed.`,
    'Upgrade the server, or leave DATABASE_URL out to use the embedded database.',
  )
}

function refuseConnection(error: unknown): never {
  // A name with several addresses fails with an error that has a code and no message.
  const reason = error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error)
  throw new Refusal(
    'not-found',
    `The database at DATABASE_URL does not answer: ${reason}`,
    'Check host, port, name and password, and that the server is running.',
  )
}

const arrayElements: Readonly<Record<number, number>> = { 1016: 20, 1231: 1700, 1182: 1082 }

function getTypeParser(...[type, format]: Parameters<typeof types.getTypeParser>): unknown {
  const other: unknown = types.getTypeParser(type, format)
  if (format === 'binary') return other
  const own = valueParsers[type]
  if (own !== undefined) return own
  const element = valueParsers[arrayElements[type] ?? 0]
  if (element !== undefined) return (text: string) => parseList(text, element)
  return other
}

/** Parses a one-dimensional array of numbers or days, none of which is ever quoted. */
function parseList(text: string, parse: (element: string) => unknown): unknown[] {
  if (text === '{}') return []
  return text
    .slice(1, -1)
    .split(',')
    .map((element) => (element === 'NULL' ? null : parse(element)))
}
