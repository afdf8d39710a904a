import { CompiledQuery, type Transaction } from 'kysely'
import type { ConstructorOptions, Db } from 'pg-boss'
import { inBackground } from '../store/background.ts'
import type { Store } from '../store/open-store.ts'
import type { Tables } from '../store/tables.ts'

/** The schema that pg-boss keeps its tables in. */
export const JOB_SCHEMA = 'pgboss'

/** How pg-boss reaches the store: through the one session of the embedded database, or with connections of its own. */
export function jobDatabase(store: Store): ConstructorOptions {
  const common = {
    schema: JOB_SCHEMA,
    schedule: false,
    openTelemetry: { enabled: false },
    persistWarnings: false,
  }
  if (store.url !== null) {
    return {
      ...common,
      connectionString: store.url,
      application_name: 'leitstand jobs',
      max: 4,
      useListenNotify: true,
      // A killed process is noticed by its missing heartbeat; how soon is up to these.
      superviseIntervalSeconds: 15,
      monitorIntervalSeconds: 15,
    }
  }
  return {
    ...common,
    backend: 'pglite',
    db: { executeSql: async (text, values) => inBackground(() => store.run(text, values)) },
    // One process: nobody to register for. Nothing vacuums here but the store, and indexes are small.
    registerInstance: false,
    monitorVacuum: false,
    reindex: false,
  }
}

/** pg-boss's statements inside an operation's transaction. */
export function transactionDatabase(transaction: Transaction<Tables>): Db {
  return {
    async executeSql(text, values) {
      const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, values ?? []))
      return { rows: [...rows] }
    },
  }
}
