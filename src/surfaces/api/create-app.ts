import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { guard } from './guard.ts'
import { answerProblem, problem } from './problem.ts'
import { answerReadiness } from './readiness.ts'
import { NotReady } from './answering.ts'
import { addRoutes, type ApiHost } from './routes.ts'
import { securityHeaders } from './security-headers.ts'
import { addWebApp } from './web-app.ts'

const mostBody = 1_048_576

/** Everything that the server answers: the API, its health, and the pages for all the rest. */
export function createApp(host: ApiHost): Hono {
  const app = new Hono()
  app.use(securityHeaders)
  app.use(guard)
  app.use(compress())
  app.use(bodyLimit({ maxSize: mostBody, onError: tooLarge }))
  app.get('/healthz', (context) => context.text('ok'))
  app.get('/readyz', (context) => answerReadiness(context, host))
  addRoutes(app, host)
  app.all('/api/*', (context) => context.notFound())
  addWebApp(app)
  app.notFound((context) =>
    problem(context, {
      type: 'urn:leitstand:refusal:not-found',
      title: 'Not found',
      status: 404,
      detail: `There is nothing at ${context.req.path}.`,
    }),
  )
  app.onError((error, context) => {
    if (error instanceof NotReady) {
      const shape = {
        type: 'urn:leitstand:not-ready',
        title: 'Not ready',
        status: 503,
        detail: error.message,
      }
      return problem(context, shape, { 'retry-after': '1' })
    }
    return answerProblem(context, error)
  })
  return app
}

function tooLarge(context: Context): Response {
  return problem(context, {
    type: 'urn:leitstand:refusal:too-much',
    title: 'Too much',
    status: 413,
    detail: 'The body is larger than 1 MiB.',
  })
}
