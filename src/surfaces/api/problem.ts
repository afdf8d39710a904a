import type { Context } from 'hono'
import type { ProblemShape } from '#evidence/shape.ts'
import { inLanguage, Refusal, type RefusalCode } from '#kernel'
import { languageOf } from './requester.ts'
import { UnexpectedError } from '#kernel'

const answers = {
  'not-found': { status: 404, title: 'Not found' },
  forbidden: { status: 403, title: 'Not allowed' },
  invalid: { status: 422, title: 'Not valid' },
  conflict: { status: 409, title: 'In conflict' },
  'too-much': { status: 429, title: 'Too much' },
} as const satisfies Record<RefusalCode, { status: number; title: string }>

/** Answers an error as RFC 9457 problem details: a refusal in its own words, anything else by its id alone. */
export function answerProblem(context: Context, error: unknown): Response {
  const language = languageOf(context)
  if (error instanceof Refusal) {
    const { status, title } = answers[error.code]
    return problem(context, {
      type: `urn:leitstand:refusal:${error.code}`,
      title,
      status,
      detail: inLanguage(error.words, language),
      ...(error.hintWords === undefined ? {} : { hint: inLanguage(error.hintWords, language) }),
      ...(error.fields.length === 0
        ? {}
        : {
            fields: error.fields.map(({ path, message }) => ({
              path,
              message: inLanguage(message, language),
            })),
          }),
      ...(Object.keys(error.details).length === 0 ? {} : { details: error.details }),
    })
  }
  const detail = error instanceof UnexpectedError ? error.message : 'Something went wrong.'
  return problem(context, { type: 'about:blank', title: 'Something went wrong', status: 500, detail })
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
