import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '#kernel'
import { isUpload } from './attachment-routes.ts'
import { answerRefusal } from './problem.ts'
import { restorePath } from './restore-path.ts'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Lets only the server's own pages and programs in: a Host that is neither loopback nor the public one is a rebound
 * name, and a write whose Origin is another site is a forged request. `address` is the public one, null for none.
 */
export function guard(address: () => string | null): MiddlewareHandler {
  return async (context, next) => {
    const given = address()
    const own = given === null ? null : new URL(given)
    const host = context.req.header('host') ?? ''
    const isOwnHost = own !== null && host.toLowerCase() === own.host
    if (!isOwnHost && !loopback.test(host)) return answerRefusal(context, notHere(own?.origin))
    const expected = isOwnHost ? own.origin : `http://${host.toLowerCase()}`
    const origin = context.req.header('origin')
    const foreign = origin !== undefined && origin.toLowerCase() !== expected
    const crossSite = context.req.header('sec-fetch-site') === 'cross-site'
    if (isWrite(context.req.method) && (foreign || crossSite)) return answerRefusal(context, foreignPage)
    if (
      isWrite(context.req.method) &&
      hasBody(context.req.raw) &&
      !isJson(context.req.header('content-type')) &&
      !(
        (isUpload(context) || context.req.path === restorePath) &&
        isBytes(context.req.header('content-type'))
      )
    ) {
      return answerRefusal(context, notJson, 415)
    }
    return next()
  }
}

/** The refusal of a name that is not the server's own; `origin` is where others than this machine find it. */
function notHere(origin = 'http://localhost'): Refusal {
  return new Refusal(
    'forbidden',
    {
      en: 'This server does not answer to that name.',
      de: 'Unter diesem Namen antwortet dieser Server nicht.',
    },
    { en: `Open it under ${origin} and its port.`, de: `Öffne ihn unter ${origin} und seinem Port.` },
  )
}

const foreignPage = new Refusal('forbidden', {
  en: 'A page of another site may not change anything here.',
  de: 'Eine Seite von woanders darf hier nichts ändern.',
})

const notJson = new Refusal(
  'invalid',
  { en: 'A body must be JSON.', de: 'Der Inhalt muss JSON sein.' },
  {
    en: 'Send it with content-type: application/json.',
    de: 'Schicke ihn mit content-type: application/json.',
  },
)

/** Whether a browser says that one of the server's own pages asks; the guard has turned other origins away. */
export function isOwnPage(context: Context): boolean {
  return context.req.header('origin') !== undefined || context.req.header('sec-fetch-site') === 'same-origin'
}

/** Whether the method may change anything. */
export function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
}

function hasBody(request: Request): boolean {
  return request.headers.has('transfer-encoding') || Number(request.headers.get('content-length') ?? 0) > 0
}

/** As with JSON, no form of another site can send it without being asked first. */
function isBytes(type: string | undefined): boolean {
  return type !== undefined && /^application\/octet-stream$/i.test(type)
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json(;|$)/i.test(type)
}
