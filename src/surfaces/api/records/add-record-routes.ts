import type { Hono } from 'hono'
import { areaVerbs } from '#areas/verbs.ts'
import { verbRoutes } from '../verb-routes.ts'
import type { RecordVerbs } from '../../operations.ts'
import type { ApiHost } from '../routes.ts'
import { linkRoutes } from './link-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { serveRoutes } from './route.ts'

/** Adds the routes for records of every type and for their links. */
export function addRecordRoutes(app: Hono, host: ApiHost, verbs: readonly RecordVerbs[]): void {
  serveRoutes(app, host, [...verbRoutes(areaVerbs), ...verbs.flatMap(recordRoutes), ...linkRoutes(verbs)])
}
