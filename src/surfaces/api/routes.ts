import type { ReadableStream } from 'node:stream/web'
import type { Context, Hono } from 'hono'
import { catalogueComponent, removeComponent } from '#evidence/operations/catalogue-component.ts'
import { addRepository } from '#evidence/operations/add-repository.ts'
import { listBots, replaceBots } from '#evidence/operations/bots.ts'
import { cancelScan } from '#evidence/operations/cancel-scan.ts'
import { listFacts } from '#evidence/operations/list-facts.ts'
import { listRepositories, showRepository } from '#evidence/operations/list-repositories.ts'
import { listRows, tables } from '#evidence/operations/list-rows.ts'
import { removeRepository } from '#evidence/operations/remove-repository.ts'
import { scanRepository } from '#evidence/operations/scan-repository.ts'
import { showLineOfSight } from '#evidence/operations/show-line-of-sight.ts'
import { showFigure, showFigures } from '#evidence/operations/show-figures.ts'
import { vetSource } from '#evidence/operations/vet-source.ts'
import { assertAllowed, Refusal, searchOperation, type Kernel, type Operation } from '#kernel'
import type { FlatRow } from '#workspace'
import type { RecordVerbs } from '../operations.ts'
import { body, openKernel, performFor, query } from './answering.ts'
import { statusShape, type HostStatus } from './host-status.ts'
import { languageOf, requesterOf } from './requester.ts'
import { download, downloadJson } from './download.ts'
import { events } from './events.ts'
import { addRecordRoutes } from './records/add-record-routes.ts'
import { readQuery } from './records/read-query.ts'

/** What the API needs of the process that serves it. */
export interface ApiHost {
  /** Null while the database opens or when it could not be opened. */
  kernel(): Kernel | null
  status(): HostStatus
  /** The repository in whose folder the server was started, to be offered; null where there is none. */
  stoodIn?(): string | null
  /** Puts what a backup holds in the place of the database; only where the server can. */
  restore?(backup: ReadableStream, secret: string): Promise<void>
  /** Where others than this machine find the server; null where nobody else may. */
  address?(): string | null
  /** Told of every request but those that only ask whether the server lives. */
  isAsked?(): void
}

/** Adds the API's routes below /api/v1. */
export function addRoutes(app: Hono, host: ApiHost, verbs: readonly RecordVerbs[]): void {
  const run = <Input, Output>(context: Context, operation: Operation<Input, Output>, input: unknown) =>
    performFor(host, context, operation, input)
  // Without one in the address, the language is that of the request.
  const asked = (context: Context) => ({ language: languageOf(context), ...query(context) })
  const repository = '/api/v1/repositories/:repository'

  addRecordRoutes(app, host, verbs)
  app.get('/api/v1/status', (context) => context.json(statusShape(host.status(), languageOf(context))))
  app.get('/api/v1/events', (context) => events(context, host))
  app.get('/api/v1/line-of-sight/:subject', async (context) =>
    context.json(await run(context, showLineOfSight, query(context))),
  )
  app.get('/api/v1/search', async (context) => {
    const { q = '', types = '', ...rest } = Object.fromEntries(readQuery(context, ['q', 'types', 'limit']))
    const asked = types.split(',').filter(Boolean)
    return context.json(await run(context, searchOperation, { ...rest, q, types: asked }))
  })
  app.get('/api/v1/bots', async (context) => context.json(await run(context, listBots, {})))
  app.put('/api/v1/bots', async (context) =>
    context.json(await run(context, replaceBots, await body(context))),
  )
  app.get('/api/v1/repositories', async (context) =>
    context.json(await run(context, listRepositories, asked(context))),
  )
  app.post('/api/v1/repositories', async (context) => {
    // Looking at a source tells what is on this machine's disk.
    assertAllowed(addRepository, (await requesterOf(context)).actor)
    const source = await vetSource(openKernel(host), await body(context))
    const { id, added } = await run(context, addRepository, source)
    return context.json(
      await run(context, showRepository, { ...asked(context), repository: id }),
      added ? 201 : 200,
    )
  })
  app.get(repository, async (context) => context.json(await run(context, showRepository, asked(context))))
  app.delete(repository, async (context) => {
    await run(context, removeRepository, query(context))
    return context.body(null, 204)
  })
  app.post(`${repository}/scan`, async (context) => {
    await run(context, scanRepository, query(context))
    return context.json(await run(context, showRepository, asked(context)), 202)
  })
  app.post(`${repository}/cancel`, async (context) => {
    await run(context, cancelScan, query(context))
    return context.json(await run(context, showRepository, asked(context)), 202)
  })
  app.post(`${repository}/catalogue`, async (context) =>
    context.json(await run(context, catalogueComponent, { ...(await body(context)), ...query(context) })),
  )
  app.delete(`${repository}/catalogue/:name`, async (context) => {
    await run(context, removeComponent, query(context))
    return context.body(null, 204)
  })

  app.get(`${repository}/measures`, async (context) => {
    const answer = await run(context, showFigures, asked(context))
    const format = formatOf(context)
    if (format === null) return context.json(answer)
    if (format === 'json') return downloadJson(context, 'measures', answer)
    return download(context, format, 'measures', answer.figures.map(flatFigure))
  })
  app.get(`${repository}/measures/:measure`, async (context) =>
    context.json(await run(context, showFigure, asked(context))),
  )
  app.get(`${repository}/measures/:measure/facts`, async (context) => {
    const format = formatOf(context)
    if (format === null) return context.json(await run(context, listFacts, query(context)))
    const { facts } = await run(context, listFacts, {
      ...query(context),
      cursor: 0,
      limit: undefined,
      whole: true,
    })
    return download(context, format, 'facts', facts.map(flat))
  })
  for (const table of tables) {
    app.get(`${repository}/${table}`, async (context) => {
      const format = formatOf(context)
      const whole = format === null ? {} : { limit: undefined, offset: undefined, whole: true }
      const answer = await run(context, listRows, { ...query(context), ...whole, table })
      return format === null ? context.json(answer) : download(context, format, table, answer.rows.map(flat))
    })
  }
}

function formatOf(context: Context): 'csv' | 'json' | null {
  const format = context.req.query('format')
  if (format === undefined) return null
  if (format === 'csv' || format === 'json') return format
  throw new Refusal(
    'invalid',
    { en: `There is no format ${format}.`, de: `Es gibt kein Format ${format}.` },
    { en: 'Ask for csv or json.', de: 'Frage nach csv oder json.' },
  )
}

function flat(row: object): FlatRow {
  return Object.fromEntries(Object.entries(row))
}

function flatFigure(figure: Awaited<ReturnType<typeof showFigures.run>>['figures'][number]): FlatRow {
  return {
    id: figure.id,
    version: figure.version,
    scope: figure.scope.kind,
    name: figure.scope.name,
    asOf: figure.asOf,
    from: figure.window?.from ?? null,
    to: figure.window?.to ?? null,
    value: figure.value,
    unit: figure.unit,
    sample: figure.sample,
    coverage: figure.coverage ?? null,
    proxy: figure.proxy ?? false,
    p50: figure.percentiles?.['50'] ?? null,
    p75: figure.percentiles?.['75'] ?? null,
    p90: figure.percentiles?.['90'] ?? null,
    reason: figure.reason ?? null,
    ...named('part', figure.parts),
    ...named('dropped', figure.dropped),
  }
}

function named(kind: string, values: Readonly<Record<string, number>> = {}): FlatRow {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${kind}.${name}`, value]))
}
