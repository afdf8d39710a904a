import type { Context } from 'hono'
import { Refusal, type Operation } from '#kernel'
import type { RecordShape } from '#kernel/shape.ts'
import { linkOperations, type RecordVerbs } from '../../operations.ts'
import { body, performFor } from '../answering.ts'
import { answerRefusal } from '../problem.ts'
import { requesterOf } from '../requester.ts'
import type { ApiHost } from '../routes.ts'
import { downloadList } from './download-list.ts'
import { readListQuery } from './read-list-query.ts'
import { assertNames, readQuery } from './read-query.ts'
import { tagOf, versionOf, withVersion } from './read-version.ts'
import type { Route } from './route.ts'

export type RecordVerb = keyof RecordVerbs['operations'] | 'links'

export interface RecordRoute extends Route {
  readonly verb: RecordVerb
}

/** Everything that can be asked about records of one type. */
export function recordRoutes({ definition, operations }: RecordVerbs): RecordRoute[] {
  const collection = `/api/v1/${definition.collection}`
  const one = `${collection}/{key}`

  async function create(context: Context, host: ApiHost) {
    readQuery(context, [])
    const record = await performFor(
      host,
      context,
      operations.create,
      await body(context),
      context.req.header('idempotency-key'),
    )
    context.header('location', `${collection}/${record.key}`)
    return answerRecord(context, record, 201)
  }

  async function list(context: Context, host: ApiHost) {
    const asked = readListQuery(context, definition)
    if (asked.format === null)
      return context.json(await performFor(host, context, operations.list, asked.input))
    return downloadList(context, definition, asked, (input) =>
      performFor(host, context, operations.list, input),
    )
  }

  async function show(context: Context, host: ApiHost) {
    return answerRecord(context, await performFor(host, context, operations.show, keyIn(context)))
  }

  async function history(context: Context, host: ApiHost) {
    const { language } = await requesterOf(context)
    const input = { ...keyIn(context), language }
    return context.json(await performFor(host, context, operations.history, input))
  }

  async function links(context: Context, host: ApiHost) {
    // The address names a record of this very type.
    const { key } = await performFor(host, context, operations.show, keyIn(context))
    return context.json(await performFor(host, context, linkOperations.list, { key }))
  }

  const changing =
    <Input>(operation: Operation<Input, RecordShape>, names: readonly string[]) =>
    async (context: Context, host: ApiHost) => {
      const input = keyIn(context)
      const given = await body(context, 'may be missing')
      assertNames(given, names)
      const matched = versionOf(context)
      try {
        const record = await performFor(host, context, operation, {
          ...withVersion(given, matched),
          ...input,
        })
        return answerRecord(context, record)
      } catch (error) {
        const isStale = matched !== undefined && error instanceof Refusal && error.code === 'conflict'
        if (isStale) return answerRefusal(context, error, 412)
        throw error
      }
    }

  const change = changing(operations.change, ['version', 'fields'])
  const archive = changing(operations.archive, ['version'])
  const restore = changing(operations.restore, ['version'])
  return [
    { verb: 'list', method: 'get', path: collection, operation: operations.list, handle: list },
    { verb: 'create', method: 'post', path: collection, operation: operations.create, handle: create },
    { verb: 'show', method: 'get', path: one, operation: operations.show, handle: show },
    { verb: 'change', method: 'patch', path: one, operation: operations.change, handle: change },
    {
      verb: 'archive',
      method: 'post',
      path: `${one}/archive`,
      operation: operations.archive,
      handle: archive,
    },
    {
      verb: 'restore',
      method: 'post',
      path: `${one}/restore`,
      operation: operations.restore,
      handle: restore,
    },
    {
      verb: 'history',
      method: 'get',
      path: `${one}/history`,
      operation: operations.history,
      handle: history,
    },
    { verb: 'links', method: 'get', path: `${one}/links`, operation: linkOperations.list, handle: links },
  ]
}

/** Answers a record with the tag of its version. */
export function answerRecord(context: Context, record: RecordShape, status: 200 | 201 = 200): Response {
  context.header('etag', tagOf(record.version))
  return context.json(record, status)
}

/** The key in the address, which has no query. */
export function keyIn(context: Context): { key: string } {
  readQuery(context, [])
  return { key: context.req.param('key') ?? '' }
}
