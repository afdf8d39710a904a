import type { Handler, Hono } from 'hono'
import { answerMethod } from './problem.ts'

/**
 * Answers 405 with the methods that there are, where an address of the app is asked by another one; hands on what has no
 * address. To be added behind all routes that are meant.
 */
export function otherMethod(app: Hono): Handler {
  let known: readonly { readonly method: string; readonly pattern: RegExp }[] | undefined
  return async (context, next) => {
    known ??= app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => ({ method, pattern: patternOf(path) }))
    const methods = new Set(
      known.filter(({ pattern }) => pattern.test(context.req.path)).map(({ method }) => method),
    )
    if (methods.size === 0) return next()
    if (methods.has('GET')) methods.add('HEAD')
    // A file of the pages may lie under the same address.
    if (methods.has(context.req.method)) return next()
    return answerMethod(context, [...methods].sort())
  }
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : RegExp.escape(part)))
  return new RegExp(`^${parts.join('/')}$`)
}
