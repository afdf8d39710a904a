import type { Hono } from 'hono'
import { examineWorkspace, listBackups, makeBackup } from '#workspace'
import { performFor, query } from './answering.ts'
import type { ApiHost } from './routes.ts'

/** Adds the backups that the program keeps, asking for one, and whether everything holds. */
export function addBackupRoutes(app: Hono, host: ApiHost): void {
  app.get('/api/v1/backups', async (context) =>
    context.json(await performFor(host, context, listBackups, {})),
  )
  app.post('/api/v1/backups', async (context) =>
    context.json(await performFor(host, context, makeBackup, {}), 202),
  )
  app.get('/api/v1/examination', async (context) =>
    context.json(await performFor(host, context, examineWorkspace, query(context))),
  )
}
