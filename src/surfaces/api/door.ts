import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '#kernel'
import { openKernel } from './answering.ts'
import { isOwnPage, isWrite } from './guard.ts'
import { answerRefusal, notSignedIn, problem } from './problem.ts'
import { callbackPath } from '#surfaces/sign-in/callback-path.ts'
import { identify, languageOf } from './requester.ts'
import type { ApiHost } from './routes.ts'

/** What answers nobody in particular: how the server is, who one is, and the ways in. */
export const openToAll: ReadonlySet<string> = new Set([
  'GET /api/v1/status',
  'GET /api/v1/session',
  'POST /api/v1/session',
  'DELETE /api/v1/session',
  'POST /api/v1/session/passkey/begin',
  'POST /api/v1/session/passkey',
  'GET /api/v1/session/provider',
  'POST /api/v1/session/provider',
  `GET ${callbackPath}`,
  'POST /api/v1/invitations/show',
  'POST /api/v1/invitations/accept',
])

/**
 * The one door to everything below /api: whoever is nobody is turned away, whatever they ask for, even for what is not
 * there. A session may change something only from the server's own pages.
 */
export function door(host: ApiHost): MiddlewareHandler {
  return async (context, next) => {
    context.header('cache-control', 'no-store')
    const asked = `${context.req.method} ${context.req.path}`
    // The stream tells how the database opens before anybody can be asked who they are; then it asks by itself.
    if (openToAll.has(asked) || (asked === 'GET /api/v1/events' && host.kernel() === null)) return next()
    const requester = await identify(openKernel(host), context)
    if (!requester) return turnAway(context)
    if (requester.account && isWrite(context.req.method) && !isOwnPage(context)) {
      return answerRefusal(context, fromPagesAlone)
    }
    if (requester.account) handOn(context, requester.account.cookies)
    context.set('requester', requester)
    return next()
  }
}

const fromPagesAlone = new Refusal(
  'forbidden',
  {
    en: 'A session changes something from the pages of Leitstand alone.',
    de: 'Mit einer Sitzung lässt sich nur von den Seiten von Leitstand aus etwas ändern.',
  },
  { en: 'Programs use an API key.', de: 'Programme nehmen einen API-Schlüssel.' },
)

/** Gives the browser the cookies by which a session begins, goes on or ends. */
export function handOn(context: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
}

/** The answer to nobody: 401, the same for a key, a session and nothing at all. */
function turnAway(context: Context): Response {
  const shape = {
    type: 'urn:leitstand:refusal:signed-out',
    title: say(context, notSignedIn),
    status: 401,
    detail: say(context, { en: 'Nobody is signed in.', de: 'Niemand ist angemeldet.' }),
    hint: say(context, {
      en: 'Sign in, or send a valid API key as "Authorization: Bearer KEY".',
      de: 'Melde Dich an, oder schicke einen gültigen API-Schlüssel als „Authorization: Bearer SCHLÜSSEL“.',
    }),
  }
  return problem(context, shape, { 'www-authenticate': 'Bearer' })
}

function say(context: Context, words: { readonly en: string; readonly de: string }): string {
  return words[languageOf(context)]
}
