import { sql } from 'kysely'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { backupSettings } from './backup-settings.ts'
import type { BackupsShape } from './backup-shape.ts'
import { isDue } from './is-due.ts'
import { hoursAtMost } from './keep-backed-up.ts'
import { keepBackupJob } from './keep-backup-job.ts'
import { listKept } from './list-kept.ts'

/** The backups that the program keeps, where, what opens them, and what became of the last one. */
export const listBackups = defineOperation({
  name: 'backup.list',
  summary: {
    en: 'List the backups that are kept, and say what is needed to restore one.',
    de: 'Die aufbewahrten Sicherungen auflisten, und was nötig ist, um eine einzuspielen.',
  },
  input: z.strictObject({}),
  access: ['owner'],
  writes: false,
  async run(context): Promise<BackupsShape> {
    const { folder, keyFile, failure } = backupSettings(context)
    const { created_at } = await context.transaction
      .selectFrom('workspace')
      .select('created_at')
      .where('id', '=', context.workspaceId)
      .executeTakeFirstOrThrow()
    return {
      folder,
      keyFile,
      isOnItsWay: await isOnItsWay(context),
      isLate: isDue(folder, context.clock(), hoursAtMost, created_at),
      failure: failure && { ...failure, at: failure.at.toISOString() },
      backups: listKept(folder).map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    }
  },
})

/** Asks for a backup now; false where one is on its way already. */
export const makeBackup = defineOperation({
  name: 'backup.make',
  summary: {
    en: 'Make a backup now; it is tried in a database of its own before it counts.',
    de: 'Jetzt eine Sicherung machen; sie wird in einer eigenen Datenbank erprobt, bevor sie zählt.',
  },
  input: z.strictObject({}),
  access: ['owner'],
  writes: true,
  async run(context) {
    // Refuses where this process makes none.
    backupSettings(context)
    const id = await context.jobs.enqueue(keepBackupJob, { kind: 'by-hand' as const })
    context.audit({ payload: { asked: id !== null } })
    return { asked: id !== null }
  },
})

async function isOnItsWay({ transaction }: OperationContext): Promise<boolean> {
  const there = await sql<{ found: boolean }>`select to_regclass('pgboss.job') is not null as found`.execute(
    transaction,
  )
  if (!there.rows[0]?.found) return false
  const { rows } = await sql`select from pgboss.job where name = ${keepBackupJob.name}
    and state in ('created', 'retry', 'active') limit 1`.execute(transaction)
  return rows.length > 0
}
