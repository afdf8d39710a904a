import type { Context } from 'hono'
import type { ProblemShape } from '#evidence/shape.ts'
import { Refusal, UnexpectedError, type RefusalCode } from '#kernel'
import type { Words } from '#kernel/shape.ts'
import { languageOf } from './requester.ts'

const answers = {
  'not-found': { status: 404, title: { en: 'Not found', de: 'Nicht gefunden' } },
  forbidden: { status: 403, title: { en: 'Not allowed', de: 'Nicht erlaubt' } },
  invalid: { status: 422, title: { en: 'Not valid', de: 'Nicht gültig' } },
  conflict: { status: 409, title: { en: 'In conflict', de: 'Im Widerspruch' } },
  'too-much': { status: 429, title: { en: 'Too much', de: 'Zu viel' } },
} as const satisfies Record<RefusalCode, { status: number; title: Words }>

/** What a 401 is called. */
export const notSignedIn: Words = { en: 'Not signed in', de: 'Nicht angemeldet' }

const bug = { en: 'Something went wrong', de: 'Etwas ist schiefgegangen' }

/** Answers an error as RFC 9457 problem details: a refusal in its own words, anything else by its id alone. */
export function answerProblem(context: Context, error: unknown): Response {
  if (error instanceof Refusal) return answerRefusal(context, error)
  const language = languageOf(context)
  const detail = error instanceof UnexpectedError ? error.words[language] : `${bug[language]}.`
  return problem(context, { type: 'about:blank', title: bug[language], status: 500, detail })
}

/** The same for a refusal at hand; `status` where HTTP knows a better one than its kind has. */
export function answerRefusal(
  context: Context,
  { code, words, hintWords, fields, details }: Refusal,
  status: number = answers[code].status,
): Response {
  const language = languageOf(context)
  const wait = details['retryAfterSeconds']
  const shape = {
    type: `urn:leitstand:refusal:${code}`,
    title: answers[code].title[language],
    status,
    detail: words[language],
    ...(hintWords && { hint: hintWords[language] }),
    ...(fields.length > 0 && {
      fields: fields.map(({ path, message }) => ({ path, message: message[language] })),
    }),
    ...(Object.keys(details).length > 0 && { details }),
  }
  return problem(context, shape, typeof wait === 'number' ? { 'retry-after': String(wait) } : {})
}

/** Answers that an address is there, but not for this method. */
export function answerMethod(context: Context, methods: readonly string[]): Response {
  const [asked, there] = [context.req.method.slice(0, 20), methods.join(', ')]
  const language = languageOf(context)
  const shape = {
    type: 'urn:leitstand:refusal:method',
    title: { en: 'Not this method', de: 'Nicht diese Methode' }[language],
    status: 405,
    detail: {
      en: `${context.req.path.slice(0, 200)} does not answer ${asked}.`,
      de: `${context.req.path.slice(0, 200)} antwortet nicht auf ${asked}.`,
    }[language],
    hint: { en: `It answers ${there}.`, de: `Es antwortet auf ${there}.` }[language],
  }
  return problem(context, shape, { allow: there })
}

/** A response with the content type of problem details. */
export function problem(
  context: Context,
  shape: ProblemShape,
  headers: Record<string, string> = {},
): Response {
  return context.body(JSON.stringify(shape), {
    status: shape.status as 400, // Hono wants a literal; every status above and here is one that takes a body
    headers: { ...headers, 'content-type': 'application/problem+json' },
  })
}
