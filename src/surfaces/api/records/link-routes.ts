import type { Context } from 'hono'
import { linkOperations, type RecordVerbs } from '../../operations.ts'
import { body, openKernel, performFor } from '../answering.ts'
import type { ApiHost } from '../routes.ts'
import { readQuery } from './read-query.ts'
import { answerRecord, keyIn } from './record-routes.ts'
import type { Route } from './route.ts'

export interface LinkRoute extends Route {
  readonly verb: 'any' | 'add' | 'remove'
}

/** What is asked across the types: a record by its key alone, and links between two. */
export function linkRoutes(verbs: readonly RecordVerbs[]): LinkRoute[] {
  return [
    {
      verb: 'any',
      method: 'get',
      path: '/api/v1/records/{key}',
      operation: {
        name: 'record.show',
        summary: {
          en: 'Show a record of whatever type by its key.',
          de: 'Einen Datensatz gleich welcher Art anhand des Schlüssels zeigen.',
        },
      },
      handle: (context, host) => showAny(context, host, verbs),
    },
    { verb: 'add', method: 'post', path: '/api/v1/links', operation: linkOperations.add, handle: add },
    {
      verb: 'remove',
      method: 'delete',
      path: '/api/v1/links',
      operation: linkOperations.remove,
      handle: remove,
    },
  ]
}

async function showAny(context: Context, host: ApiHost, verbs: readonly RecordVerbs[]): Promise<Response> {
  const { key } = keyIn(context)
  const { type } = openKernel(host).records.ofKey(key).definition
  const own = verbs.find(({ definition }) => definition.type === type)
  if (!own) throw new Error(`The type ${type} has no operations.`)
  return answerRecord(context, await performFor(host, context, own.operations.show, { key }))
}

async function add(context: Context, host: ApiHost): Promise<Response> {
  readQuery(context, [])
  return context.json(await performFor(host, context, linkOperations.add, await body(context)))
}

async function remove(context: Context, host: ApiHost): Promise<Response> {
  const ends = Object.fromEntries(readQuery(context, ['from', 'relation', 'to']))
  await performFor(host, context, linkOperations.remove, ends)
  return context.body(null, 204)
}
