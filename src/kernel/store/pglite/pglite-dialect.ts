import {
  AbortedTransactionError,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Sessions } from './sessions.ts'
import type { WorkerClient } from './worker-client.ts'

/** Kysely over the database thread: a connection is the exclusive session, held from acquire to release. */
export function pgliteDialect(worker: WorkerClient, sessions: Sessions): Dialect {
  return {
    // Not Kysely's PGliteAdapter: it makes callers wait before the driver is asked, so that inside an operation they would
    // wait for ever instead of being told. The sessions do the waiting here.
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => new SessionDriver(worker, sessions),
  }
}

class SessionDriver implements Driver {
  readonly #worker: WorkerClient
  readonly #sessions: Sessions

  constructor(worker: WorkerClient, sessions: Sessions) {
    this.#worker = worker
    this.#sessions = sessions
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SessionConnection(this.#worker, await this.#sessions.acquire())
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    const access = settings.accessMode ? ` ${settings.accessMode}` : ''
    await sessionOf(connection).statement(`start transaction${isolation}${access}`)
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const { command } = await sessionOf(connection).statement('commit')
    // An error somebody swallowed has aborted the transaction: PostgreSQL answers such a commit with a rollback.
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await sessionOf(connection).statement('rollback')
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    sessionOf(connection).release()
  }

  async destroy(): Promise<void> {}
}

class SessionConnection implements DatabaseConnection {
  readonly #worker: WorkerClient
  readonly release: () => void

  constructor(worker: WorkerClient, release: () => void) {
    this.#worker = worker
    this.release = release
  }

  async statement(text: string, values: readonly unknown[] = []) {
    return this.#worker.call({ kind: 'query', text, values })
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows, command } = await this.statement(query.sql, query.parameters)
    const unchanged = command === undefined || command === 'SELECT' || affectedRows === undefined
    return {
      rows: rows as R[], // the caller states the type of the rows, as with every driver
      ...(unchanged ? {} : { numAffectedRows: BigInt(affectedRows) }),
    }
  }

  // oxlint-disable-next-line require-yield -- the protocol has no cursor, and says so
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded database does not stream; read in pages.')
  }
}

function sessionOf(connection: DatabaseConnection): SessionConnection {
  if (connection instanceof SessionConnection) return connection
  throw new Error('This connection is of another driver.')
}
