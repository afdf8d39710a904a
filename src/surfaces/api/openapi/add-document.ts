import type { Context, Hono } from 'hono'
import type { Language } from '#kernel/shape.ts'
import { languageOf } from '../requester.ts'
import type { RecordVerbs } from '../../operations.ts'
import { builtStyles } from '../web-app.ts'
import { apiDocument, type ApiDocument } from './api-document.ts'
import { docsPage, docsStyle } from './docs-page.ts'

const style = '/api/docs/style.css'

/** Adds the description of the API, in the language asked for: for programs at /api/openapi.json, for people at /api/docs. */
export function addDocument(app: Hono, verbs: readonly RecordVerbs[]): void {
  const documents = new Map<Language, ApiDocument>()
  const described = (context: Context) => {
    const language = languageOf(context)
    const document = documents.get(language) ?? apiDocument(verbs, language)
    documents.set(language, document)
    // The address alone does not tell the two apart.
    context.header('vary', 'accept-language')
    return { document, language }
  }
  app.get('/api/openapi.json', (context) => context.json(described(context).document))
  app.get('/api/docs', async (context) => {
    const { document, language } = described(context)
    return context.html(await docsPage(document, [...builtStyles(), style], language))
  })
  app.get(style, (context) => {
    context.header('content-type', 'text/css; charset=utf-8')
    return context.body(docsStyle)
  })
}
