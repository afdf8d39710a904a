import type { PgBoss } from 'pg-boss'
import { JOB_SCHEMA } from './job-database.ts'

interface ActiveJob {
  readonly id: string
  readonly name: string
}

/** Lets jobs that a stopping process leaves be run again at once, without counting the run that was cut short. */
export async function handBack(boss: PgBoss, id: string): Promise<void> {
  await boss.getDb().executeSql(retryNow(`j.id = $1`, 'started_on = null,'), [id])
}

/**
 * Lets the jobs that a dead process left running be run again at once, or fail once their retries are used up.
 * Only right where no other process can be running any, which the lock of the data folder proves.
 */
export async function recoverAbandoned(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(retryNow('j.retry_count < j.retry_limit', ''))
  const select = `select id, name from ${JOB_SCHEMA}.job where state = 'active'`
  const rows: ActiveJob[] = (await boss.getDb().executeSql(select)).rows
  for (const { id, name } of rows) {
    await boss.fail(name, id, { message: 'The process that ran it ended.' })
  }
}

/** At most one job of a key may wait for its retry, so another that does so already keeps this one from it. */
function retryNow(which: string, alsoSet: string): string {
  return `
    update ${JOB_SCHEMA}.job j
    set ${alsoSet} state = 'retry', start_after = now(), heartbeat_on = null
    where j.state = 'active' and ${which} and not exists (
      select from ${JOB_SCHEMA}.job other
      where other.name = j.name and other.state = 'retry'
        and j.singleton_key is not null and other.singleton_key = j.singleton_key
    )`
}
