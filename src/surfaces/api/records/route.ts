import type { Context, Hono } from 'hono'
import type { Operation } from '#kernel'
import type { ApiHost } from '../routes.ts'

/** What the API says of a route beside what its operation says of itself. */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** With its parts in braces, as OpenAPI has it. */
  readonly path: string
  readonly operation: Pick<Operation<never, unknown>, 'name' | 'summary'>
  readonly handle: (context: Context, host: ApiHost) => Promise<Response>
}

/** Lets the server answer the routes. */
export function serveRoutes(app: Hono, host: ApiHost, routes: readonly Route[]): void {
  for (const { method, path, handle } of routes)
    app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) => handle(context, host))
}
