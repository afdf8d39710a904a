import type { Dialect } from 'kysely'

/** What an embedded or a remote database offers the store; both speak PostgreSQL's SQL. */
export interface Engine {
  readonly kind: 'pglite' | 'postgresql'
  readonly dialect: Dialect
  /** Runs SQL text in a session of its own; without values it may hold several statements, whose rows are joined. */
  run(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>
  /** Milliseconds until nobody has wanted its one session for a moment; not there where there are many. */
  untilQuiet?(): number
  close(): Promise<void>
}
