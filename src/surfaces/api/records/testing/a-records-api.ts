import { createKernel, recordOperations, type Kernel } from '#kernel'
import { secret, thing, thingLinks, thingMigrations } from '#kernel/record/testing/a-thing.ts'
import { aStore, type EngineName } from '#kernel/store/testing/a-store.ts'
import { createApp } from '../../create-app.ts'

/** Types of record of which one has a field of every kind. */
export const thingVerbs = [thing, secret].map((definition) => ({
  definition,
  operations: recordOperations(definition),
}))

export interface RecordsApi {
  readonly app: ReturnType<typeof createApp>
  readonly kernel: Kernel
  get(path: string, headers?: Record<string, string>): Promise<Response>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

/** The whole server with records of testing, without a port; a bug in it fails the test. */
export async function aRecordsApi(engine: EngineName): Promise<RecordsApi> {
  const kernel = createKernel({
    store: await aStore(engine, thingMigrations),
    records: [thing, secret],
    links: thingLinks,
    log: ({ error }) => {
      throw error
    },
  })
  const status = { version: '1', database: 'ready', engine, message: null } as const
  const host = { kernel: () => kernel, status: () => status }
  const app = createApp(host, thingVerbs)
  const request = async (path: string, init: RequestInit) =>
    app.request(path, { ...init, headers: { host: 'localhost:4610', ...Object(init.headers) } })
  return {
    app,
    kernel,
    get: (path, headers = {}) => request(path, { headers }),
    send: (method, path, body, headers = {}) =>
      request(path, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': '1' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: bytesOf(body) }),
      }),
    close: () => kernel.store.close(),
  }
}

function bytesOf(body: unknown): BodyInit {
  if (typeof body === 'string') return body
  return body instanceof Uint8Array ? new Blob([new Uint8Array(body)]) : JSON.stringify(body)
}
