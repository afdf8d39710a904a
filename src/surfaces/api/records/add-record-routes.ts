import type { Hono } from 'hono'
import { verbRoutes, verbsAmong } from '../verb-routes.ts'
import type { RecordVerbs } from '../../operations.ts'
import type { ApiHost } from '../routes.ts'
import { linkRoutes } from './link-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { serveRoutes } from './route.ts'

/** Adds the routes for records of every type and for their links. */
export function addRecordRoutes(app: Hono, host: ApiHost, verbs: readonly RecordVerbs[]): void {
  serveRoutes(app, host, [
    ...verbRoutes(verbsAmong(verbs)),
    ...verbs.flatMap(recordRoutes),
    ...linkRoutes(verbs),
  ])
}
