import { PostgresDialect } from 'kysely'
import { Client, Pool, types, type QueryResult } from 'pg'
import { Refusal } from '../../operation/refusal.ts'
import type { Engine } from '../engine.ts'
import { assertOutsideOperation } from '../operation-scope.ts'
import { valueParsers } from '../value-parsers.ts'

const OLDEST_VERSION = 15

/** Connects to the PostgreSQL at `url`, 15 or newer; refuses one that has not answered after so many milliseconds. */
export async function openPostgresql(url: string, patience = 10_000): Promise<Engine> {
  await assertVersion(url, patience)
  const pool = new Pool({ connectionString: url, types: { getTypeParser }, application_name: 'leitstand' })
  // A connection that breaks, idle or in use, fails what runs on it and is replaced by the pool at the next use; without
  // listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
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

async function assertVersion(url: string, patience: number): Promise<void> {
  const client = clientFor(url, patience)
  client.on('error', () => undefined)
  const version = await readVersion(client).catch(refuseConnection)
  if (version >= OLDEST_VERSION) return
  throw new Refusal(
    'invalid',
    {
      en: `The database server is PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed.`,
      de: `Der Datenbankserver ist PostgreSQL ${version}; nötig ist ${OLDEST_VERSION} oder neuer.`,
    },
    {
      en: 'Upgrade the server, or leave DATABASE_URL out to use the embedded database.',
      de: 'Bringe den Server auf eine neuere Version, oder lass DATABASE_URL weg, dann gilt die eingebaute Datenbank.',
    },
  )
}

function clientFor(url: string, patience: number): Client {
  try {
    // Whatever else is written here, pg takes for the name of a database on this machine.
    if (!/^postgres(ql)?:/.test(url)) throw noPostgresql()
    return new Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      'invalid',
      {
        en: `DATABASE_URL cannot be used: ${reasonOf(error)}`,
        de: `DATABASE_URL ist nicht zu gebrauchen: ${reasonOf(error)}`,
      },
      writeItAs,
    )
  }
}

const writeItAs = {
  en: 'Write it as postgresql://NAME:PASSWORD@HOST:PORT/DATABASE, special characters as %40 for @, or leave it out.',
  de: 'Schreibe sie als postgresql://NAME:PASSWORT@HOST:PORT/DATENBANK, Sonderzeichen wie %40 für @, oder lass sie weg.',
}

function noPostgresql(): Refusal {
  const message = {
    en: 'DATABASE_URL cannot be used: it does not begin with postgresql://',
    de: 'DATABASE_URL ist nicht zu gebrauchen: Sie beginnt nicht mit postgresql://',
  }
  return new Refusal('invalid', message, writeItAs)
}

async function readVersion(client: Client): Promise<number> {
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  } finally {
    await client.end()
  }
}

function refuseConnection(error: unknown): never {
  throw new Refusal(
    'not-found',
    {
      en: `The database at DATABASE_URL does not answer: ${reasonOf(error)}`,
      de: `Die Datenbank unter DATABASE_URL antwortet nicht: ${reasonOf(error)}`,
    },
    {
      en: 'Check host, port, name and password, and that the server is running.',
      de: 'Prüfe Host, Port, Name und Passwort, und ob der Server läuft.',
    },
  )
}

function reasonOf(error: unknown): string {
  // A name with several addresses fails with an error that has a code and no message.
  return error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error)
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
