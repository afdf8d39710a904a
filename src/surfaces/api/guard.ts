import type { MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Lets only this machine's own pages and programs in: a Host that is not loopback is a rebound name, and a write whose
 * Origin is another site is a forged request.
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? ''
  if (!loopback.test(host)) {
    return problem(context, {
      type: 'urn:leitstand:refusal:forbidden',
      title: 'Not allowed',
      status: 403,
      detail: 'This server answers to localhost alone.',
      hint: 'Open it under http://localhost and its port.',
    })
  }
  const origin = context.req.header('origin')
  const foreign = origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`
  const crossSite = context.req.header('sec-fetch-site') === 'cross-site'
  if (isWrite(context.req.method) && (foreign || crossSite)) {
    return problem(context, {
      type: 'urn:leitstand:refusal:forbidden',
      title: 'Not allowed',
      status: 403,
      detail: 'A page of another site may not change anything here.',
    })
  }
  if (
    isWrite(context.req.method) &&
    hasBody(context.req.raw) &&
    !isJson(context.req.header('content-type'))
  ) {
    return problem(context, {
      type: 'urn:leitstand:refusal:invalid',
      title: 'Not valid',
      status: 415,
      detail: 'A body must be JSON.',
      hint: 'Send it with content-type: application/json.',
    })
  }
  return next()
}

function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
}

function hasBody(request: Request): boolean {
  return request.headers.has('transfer-encoding') || Number(request.headers.get('content-length') ?? 0) > 0
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json(;|$)/i.test(type)
}
