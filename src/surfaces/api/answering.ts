import type { Context } from 'hono'
import { perform, type Kernel, type Operation } from '#kernel'
import type { Words } from '#kernel/shape.ts'
import { noJsonObject, parseJson } from './parse-json.ts'
import type { ApiHost } from './routes.ts'
import { tellRepositories } from '../tell-repositories.ts'
import { requesterOf } from './requester.ts'

/** Thrown while there is no open kernel: the database still opens, or could not be opened. */
export class NotReady extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

export function openKernel(host: Pick<ApiHost, 'kernel' | 'status'>): Kernel {
  const kernel = host.kernel()
  if (kernel) return kernel
  throw new NotReady(host.status().message ?? stillOpening)
}

const stillOpening = { en: 'The database is still opening.', de: 'Die Datenbank wird noch geöffnet.' }

/** Performs the operation for whoever stands behind the request. */
export async function performFor<Input, Output>(
  host: ApiHost,
  context: Context,
  operation: Operation<Input, Output>,
  input: unknown,
  once?: string,
): Promise<Output> {
  const { actor, surface } = await requesterOf(context)
  const kernel = openKernel(host)
  const output = await perform(kernel, operation, actor, input, surface, once)
  tellRepositories(kernel, operation.name, output)
  return output
}

/** What the address asks for: its parts and its query, the parts first; in which form it comes is no part of that. */
export function query(context: Context): Record<string, string> {
  const { format: _, ...asked } = context.req.query()
  return { ...asked, ...context.req.param() }
}

/** The body, which must be a JSON object; one that may be missing is an empty one then. */
export async function body(context: Context, rule?: 'may be missing'): Promise<Record<string, unknown>> {
  const bytes = await context.req.arrayBuffer()
  if (rule === 'may be missing' && bytes.byteLength === 0) return {}
  const parsed = parseJson(bytes)
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
  throw noJsonObject()
}
