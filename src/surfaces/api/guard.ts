import type { MiddlewareHandler } from 'hono'
import { Refusal } from '#kernel'
import { answerRefusal } from './problem.ts'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Lets only this machine's own pages and programs in: a Host that is not loopback is a rebound name, and a write whose
 * Origin is another site is a forged request.
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? ''
  if (!loopback.test(host)) {
    return answerRefusal(context, notHere)
  }
  const origin = context.req.header('origin')
  const foreign = origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`
  const crossSite = context.req.header('sec-fetch-site') === 'cross-site'
  if (isWrite(context.req.method) && (foreign || crossSite)) {
    return answerRefusal(context, foreignPage)
  }
  if (
    isWrite(context.req.method) &&
    hasBody(context.req.raw) &&
    !isJson(context.req.header('content-type'))
  ) {
    return answerRefusal(context, notJson, 415)
  }
  return next()
}

const notHere = new Refusal(
  'forbidden',
  { en: 'This server answers to localhost alone.', de: 'Dieser Server antwortet nur unter localhost.' },
  {
    en: 'Open it under http://localhost and its port.',
    de: 'Öffne ihn unter http://localhost und seinem Port.',
  },
)

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

function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
}

function hasBody(request: Request): boolean {
  return request.headers.has('transfer-encoding') || Number(request.headers.get('content-length') ?? 0) > 0
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json(;|$)/i.test(type)
}
