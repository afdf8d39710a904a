import type { Hono } from 'hono'
import { privacyVerbs } from '../operations.ts'
import { sheetText } from '../privacy/sheet-text.ts'
import { showPrivacySheet } from '../privacy/show-privacy-sheet.ts'
import { body, performFor } from './answering.ts'
import { languageOf } from './requester.ts'
import type { ApiHost } from './routes.ts'

const markdown = { 'content-type': 'text/markdown; charset=utf-8' }

/** Adds the sheet on what is stored about people, and giving out and erasing what is stored about one of them. */
export function addPrivacyRoutes(app: Hono, host: ApiHost): void {
  app.get('/api/v1/privacy-sheet', async (context) => {
    const language = languageOf(context)
    const sheet = await performFor(host, context, showPrivacySheet, { language })
    if (context.req.query('format') === 'json') return context.json(sheet)
    return context.body(sheetText(sheet), { headers: markdown })
  })
  for (const { definition, operations } of privacyVerbs) {
    const address = `/api/v1/${definition.collection}/:key`
    app.get(`${address}/export`, async (context) => {
      const key = context.req.param('key')
      const { text, ...stored } = await performFor(host, context, operations.export, {
        key,
        language: languageOf(context),
      })
      const isText = context.req.query('format') === 'markdown'
      const name = `${stored.key}.${isText ? 'md' : 'json'}`
      const headers = { 'content-disposition': `attachment; filename="${name}"` }
      return isText
        ? context.body(text, { headers: { ...headers, ...markdown } })
        : context.json(stored, { headers })
    })
    app.post(`${address}/erase`, async (context) => {
      const given = { ...(await body(context, 'may be missing')), key: context.req.param('key') }
      return context.json(await performFor(host, context, operations.erase, given))
    })
  }
}
