import type { ProblemShape } from '#evidence/shape.ts'
import { currentLanguage } from '#kit/language/language.ts'

/** A no of the server, in the server's words. */
export class ApiProblem extends Error {
  readonly status: number
  readonly hint: string | undefined
  /** What was not accepted, field by field. */
  readonly fields: NonNullable<ProblemShape['fields']>
  readonly details: NonNullable<ProblemShape['details']>

  constructor(status: number, { detail, title, hint, fields = [], details = {} }: Partial<ProblemShape>) {
    super(detail ?? title ?? String(status))
    this.name = 'ApiProblem'
    this.status = status
    this.hint = hint
    this.fields = fields
    this.details = details
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server does not answer.', { cause })
    this.name = 'Unreachable'
  }
}

export type Parameters = Readonly<Record<string, string | number | null | undefined>>

/** Address of the API with the parameters that have a value. */
export function apiUrl(path: string, parameters: Parameters = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) search.set(name, String(value))
  }
  const query = search.toString()
  return `/api/v1${path}${query === '' ? '' : `?${query}`}`
}

export async function getJson<Answer>(url: string, signal?: AbortSignal): Promise<Answer> {
  const response = await ask(url, signal ? { signal } : {})
  // The API's own shapes, which its tests hold it to.
  const answer: Answer = await response.json()
  return answer
}

/** What is no JSON, as it was sent. */
export async function getText(url: string, signal?: AbortSignal): Promise<string> {
  return (await ask(url, signal ? { signal } : {})).text()
}

export async function send<Answer = void>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: Readonly<Record<string, unknown>>,
  options: { readonly keepalive?: boolean; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const response = await ask(url, {
    ...options,
    method,
    headers: { ...options.headers, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  // Nothing for 204, else the API's own shape.
  const answer: Answer = text === '' ? undefined : JSON.parse(text)
  return answer
}

/** Sends a file as it is, with what goes beside it as headers. */
export async function sendFile(
  url: string,
  file: Blob,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  await ask(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: file,
  })
}

interface Asking extends RequestInit {
  readonly headers?: Readonly<Record<string, string>>
}

async function ask(url: string, init: Asking): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, {
      ...init,
      headers: {
        ...init.headers,
        'x-leitstand-surface': 'web',
        'accept-language': currentLanguage(),
      },
    })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new Unreachable(error)
  }
  if (!response.ok) throw await toProblem(response)
  return response
}

async function toProblem(response: Response): Promise<ApiProblem> {
  if (!response.headers.get('content-type')?.includes('json')) {
    return new ApiProblem(response.status, { title: `${response.status} ${response.statusText}`.trim() })
  }
  const problem: Partial<ProblemShape> = await response.json()
  return new ApiProblem(response.status, problem)
}
