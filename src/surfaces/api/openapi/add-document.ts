import type { Hono } from 'hono'
import type { RecordVerbs } from '../../operations.ts'
import { builtStyles } from '../web-app.ts'
import { apiDocument, type ApiDocument } from './api-document.ts'
import { docsPage, docsStyle } from './docs-page.ts'

const style = '/api/docs/style.css'

/** Adds the description of the API: for programs at /api/openapi.json, for people at /api/docs. */
export function addDocument(app: Hono, verbs: readonly RecordVerbs[]): void {
  let document: ApiDocument | undefined
  const described = () => (document ??= apiDocument(verbs))
  app.get('/api/openapi.json', (context) => context.json(described()))
  app.get('/api/docs', async (context) =>
    context.html(await docsPage(described(), [...builtStyles(), style])),
  )
  app.get(style, (context) => {
    context.header('content-type', 'text/css; charset=utf-8')
    return context.body(docsStyle)
  })
}
