import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

// From the sources as from the bundle, the pages lie in the build's folder.
const places = ['../web', '../../../dist/web']

/** Serves the built pages: files under /assets for ever, and index.html for every other path. */
export function addWebApp(app: Hono): void {
  const root = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((folder) => existsSync(join(folder, 'index.html')))
  if (root === undefined) {
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
  app.get('/assets/*', (context) => context.text('There is no such file.', 404))
  app.use('/:file{[^/]+\\.[a-z0-9]+}', serveStatic({ root }))
  app.get('*', async (context) => {
    context.header('cache-control', 'no-cache')
    return context.html(await readFile(join(root, 'index.html'), 'utf8'))
  })
}
