import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

/** The built pages lie beside the bundle, or under dist when the sources run as they stand. */
const builtPages = import.meta.url.endsWith('.ts') ? '../../../dist/web' : '../web'

/** Addresses of the style sheets of the built pages; none while they are not built. */
export function builtStyles(): string[] {
  const index = fileURLToPath(new URL(`${builtPages}/index.html`, import.meta.url))
  if (!existsSync(index)) return []
  const links = readFileSync(index, 'utf8').matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)
  return [...links].map(([, href = '']) => href)
}

/** Serves the built pages: files under /assets for ever, and index.html for every other path. */
export function addWebApp(app: Hono): void {
  const root = fileURLToPath(new URL(builtPages, import.meta.url))
  if (!existsSync(join(root, 'index.html'))) {
    app.get('*', (context) => context.text('The pages are not built. Run: npm run build', 503))
    return
  }
  app.use(
    '/assets/*',
    serveStatic({
      root,
      onFound: (_, context) => context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('/assets/*', (context) => context.notFound())
  app.use('/:file{[^/]+\\.[a-z0-9]+}', serveStatic({ root }))
  app.get('*', async (context) => {
    context.header('cache-control', 'no-cache')
    return context.html(await readFile(join(root, 'index.html'), 'utf8'))
  })
}
