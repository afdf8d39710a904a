import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { Refusal } from '#kernel'
import { addAgentRoute } from '../mcp/agent-route.ts'
import { recordVerbs, type RecordVerbs } from '../operations.ts'
import { guard } from './guard.ts'
import { answerProblem, answerRefusal, problem } from './problem.ts'
import { addAttachmentRoutes, isUpload } from './attachment-routes.ts'
import { addAccessRoutes } from './access-routes.ts'
import { addCalendarRoute } from './calendar-route.ts'
import { addBackupRoutes } from './backup-routes.ts'
import { door } from './door.ts'
import { addSessionRoutes } from './session-routes.ts'
import { answerReadiness } from './readiness.ts'
import { otherMethod } from './other-method.ts'
import { NotReady } from './answering.ts'
import { addDocument } from './openapi/add-document.ts'
import { languageOf } from './requester.ts'
import { addPasskeyRoutes } from './passkey-routes.ts'
import { addPrivacyRoutes } from './privacy-routes.ts'
import { addProviderRoutes } from './provider-routes.ts'
import { addRoutes, type ApiHost } from './routes.ts'
import { restorePath } from './restore-path.ts'
import { addStartRoutes } from './start-routes.ts'
import { securityHeaders } from './security-headers.ts'
import { sendsFile } from './verb-routes.ts'
import { addWebApp } from './web-app.ts'

const mostBody = 1_048_576
/** A file of 10 MiB in base64, and what is said about it. */
const mostFileBody = 15 * mostBody

/** Everything that the server answers: the API, its health, and the pages for all the rest. */
export function createApp(host: ApiHost, verbs: readonly RecordVerbs[] = recordVerbs): Hono {
  const app = new Hono()
  app.use(securityHeaders)
  app.use(guard(() => host.address?.() ?? null))
  app.use(compress())
  const limit = bodyLimit({ maxSize: mostBody, onError: tooLarge })
  const limitOfFile = bodyLimit({ maxSize: mostFileBody, onError: tooLargeFile })
  app.use((context, next) => {
    if (isUpload(context) || context.req.path === restorePath) return next()
    return sendsFile(context) ? limitOfFile(context, next) : limit(context, next)
  })
  app.get('/healthz', (context) => context.text('ok'))
  app.get('/readyz', (context) => answerReadiness(context, host))
  // After the two above, by which machines ask whether the server lives.
  app.use(async (_context, next) => {
    host.isAsked?.()
    await next()
  })
  app.use('/api/*', door(host))
  app.use('/mcp', door(host))
  addSessionRoutes(app, host)
  addAccessRoutes(app, host)
  addPasskeyRoutes(app, host)
  addProviderRoutes(app, host)
  addRoutes(app, host, verbs)
  addAttachmentRoutes(app, host)
  addStartRoutes(app, host)
  addDocument(app, verbs)
  addAgentRoute(app, host)
  addPrivacyRoutes(app, host)
  addBackupRoutes(app, host)
  addCalendarRoute(app, host)
  // Here, where all addresses of the API are known and those of the pages, which are any, are not yet.
  app.all('*', otherMethod(app))
  app.all('/api/*', (context) => context.notFound())
  addWebApp(app)
  app.notFound((context) => answerRefusal(context, nothingAt(context.req.path)))
  app.onError((error, context) => {
    if (!(error instanceof NotReady)) return answerProblem(context, error)
    const language = languageOf(context)
    const shape = {
      type: 'urn:leitstand:not-ready',
      title: { en: 'Not ready', de: 'Noch nicht bereit' }[language],
      status: 503,
      detail: error.words[language],
    }
    return problem(context, shape, { 'retry-after': '1' })
  })
  return app
}

function nothingAt(path: string): Refusal {
  const shown = path.slice(0, 200)
  return new Refusal('not-found', {
    en: `There is nothing at ${shown}.`,
    de: `Unter ${shown} gibt es nichts.`,
  })
}

function tooLargeFile(context: Context): Response {
  const refusal = new Refusal(
    'too-much',
    { en: 'The file is larger than 10 MiB.', de: 'Die Datei ist größer als 10 MiB.' },
    { en: 'Bring it in in parts.', de: 'Übernimm sie in Teilen.' },
  )
  return answerRefusal(context, refusal, 413)
}

function tooLarge(context: Context): Response {
  const refusal = new Refusal('too-much', {
    en: 'The body is larger than 1 MiB.',
    de: 'Der Inhalt ist größer als 1 MiB.',
  })
  return answerRefusal(context, refusal, 413)
}
