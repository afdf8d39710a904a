import { toRefusalOrBug, type AreaVerb, type FileAnswer } from '#kernel'
import { records } from '#areas/records.ts'
import { areaVerbs } from '#areas/verbs.ts'
import type { RecordVerbs } from '../operations.ts'
import type { Context } from 'hono'
import { fileDisposition } from './file-disposition.ts'
import { body, openKernel, performFor, query } from './answering.ts'
import type { ApiHost } from './routes.ts'
import type { Route } from './records/route.ts'

/** The verbs of the areas, without those of types that are not served. */
export function verbsAmong(served: readonly RecordVerbs[]): readonly AreaVerb[] {
  const types = new Set(served.map(({ definition }) => definition.type))
  return areaVerbs.filter(({ record }) => record === null || types.has(record))
}

/** Where the API has a verb of an area: below its record, or below the area. */
export function pathOfVerb({ area, record, verb }: AreaVerb): string {
  // A list is what stands at the address itself.
  if (record === null) return verb === 'list' ? `/api/v1/${area}` : `/api/v1/${area}/${verb}`
  const definition = records.find(({ type }) => type === record)
  if (!definition) throw new Error(`The verb ${verb} is of ${record}, which is not there.`)
  return `/api/v1/${definition.collection}/{key}/${verb}`
}

export function methodOfVerb({ sendsBody }: AreaVerb): 'get' | 'post' {
  return sendsBody ? 'post' : 'get'
}

const filePaths = new Set(areaVerbs.filter(({ takesFile }) => takesFile).map(pathOfVerb))

/** Whether the request brings a file within its body, which may be as large as a file. */
export function sendsFile({ req }: Context): boolean {
  return req.method === 'POST' && filePaths.has(req.path)
}

/** The routes of the areas’ verbs. */
export function verbRoutes(verbs: readonly AreaVerb[]): Route[] {
  return verbs.map((verb) => ({
    method: methodOfVerb(verb),
    path: pathOfVerb(verb),
    operation: verb.operation,
    async handle(context, host) {
      const sent = methodOfVerb(verb) === 'post' ? await body(context, 'may be missing') : {}
      const read = await performFor(host, context, verb.operation, { ...sent, ...query(context) })
      const answer = await finished(host, verb, read)
      return verb.file ? fileAnswer(context, answer as FileAnswer) : context.json(answer) // what a verb with files answers
    },
  }))
}

/** The file to be kept; whatever stands in it, a browser runs nothing of it. */
export function fileAnswer(context: Context, { name, type, content }: FileAnswer): Response {
  return context.body(content, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': fileDisposition('attachment', name),
      'content-security-policy': "sandbox; default-src 'none'",
    },
  })
}

/** What fails while it is reckoned is logged and told by its id, as within an operation. */
async function finished(host: ApiHost, { operation, finish }: AreaVerb, read: unknown): Promise<unknown> {
  try {
    return await finish(read)
  } catch (error) {
    throw toRefusalOrBug(error, operation.name, openKernel(host).log)
  }
}
