import type { ReadableStream } from 'node:stream/web'
import type { Context, Hono } from 'hono'
import { holdsRole, Refusal } from '#kernel'
import { assertRestorable, beginSample, removeSample, showStart } from '#surfaces/sample/sample-operations.ts'
import type { StartShape } from '#workspace/shape.ts'
import { body, openKernel, performFor } from './answering.ts'
import { languageOf, requesterOf } from './requester.ts'
import { restorePath } from './restore-path.ts'
import type { ApiHost } from './routes.ts'

/** Adds what a workspace can begin with. */
export function addStartRoutes(app: Hono, host: ApiHost): void {
  const start = async (context: Context): Promise<StartShape> => {
    const found = await performFor(host, context, showStart, {})
    const { actor } = await requesterOf(context)
    // Where something lies on this machine is for those who may add it.
    const stoodIn = holdsRole(actor, ['owner']) ? (host.stoodIn?.() ?? null) : null
    return { ...found, repository: stoodIn, canRestore: host.restore !== undefined }
  }
  app.get('/api/v1/start', async (context) => context.json(await start(context)))
  app.post('/api/v1/sample', async (context) => {
    const asked = { language: languageOf(context), ...(await body(context, 'may be missing')) }
    await performFor(host, context, beginSample, asked)
    return context.json(await start(context), 201)
  })
  app.delete('/api/v1/sample', async (context) => {
    await performFor(host, context, removeSample, {})
    return context.body(null, 204)
  })
  app.post(restorePath, async (context) => {
    const { actor } = await requesterOf(context)
    await assertRestorable(openKernel(host), actor)
    if (!host.restore) throw notHere()
    const { body: sent } = context.req.raw
    const secret = decodeSecret(context.req.header('x-leitstand-secret') ?? '')
    if (!sent || secret === '') throw incomplete()
    await host.restore(sent as ReadableStream, secret) // the same stream in Node's own words
    return context.body(null, 204)
  })
}

/** Headers hold ASCII alone. */
function decodeSecret(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function incomplete(): Refusal {
  return new Refusal(
    'invalid',
    { en: 'The backup or its key is missing.', de: 'Die Sicherung oder ihr Schlüssel fehlt.' },
    {
      en: 'Send the file as the body and its key or passphrase, percent-encoded, as x-leitstand-secret.',
      de: 'Schicke die Datei als Inhalt und ihren Schlüssel oder ihre Passphrase, prozentkodiert, als x-leitstand-secret.',
    },
  )
}

function notHere(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'On a PostgreSQL of its own a running server restores nothing.',
      de: 'Auf einem eigenen PostgreSQL spielt ein laufender Server nichts ein.',
    },
    {
      en: 'Stop it, empty the database and run leitstand restore FILE.',
      de: 'Halte ihn an, leere die Datenbank und führe leitstand restore FILE aus.',
    },
  )
}
