import type { Hono } from 'hono'
import { listBackups, makeBackup } from '#workspace'
import { performFor } from './answering.ts'
import type { ApiHost } from './routes.ts'

/** Adds the backups that the program keeps, and asking for one. */
export function addBackupRoutes(app: Hono, host: ApiHost): void {
  app.get('/api/v1/backups', async (context) =>
    context.json(await performFor(host, context, listBackups, {})),
  )
  app.post('/api/v1/backups', async (context) =>
    context.json(await performFor(host, context, makeBackup, {}), 202),
  )
}
