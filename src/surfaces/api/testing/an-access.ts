import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { configureEvidence } from '#evidence/facts/evidence-settings.ts'
import { countRepositoryLines } from '#evidence/facts/count-repository-lines.ts'
import { gatherRepository } from '#evidence/facts/gather-repository.ts'
import { createKernel, startJobs, type Role } from '#kernel'
import { aStore, type EngineName } from '#kernel/store/testing/a-store.ts'
import { configureSignIn } from '#surfaces/sign-in/sign-in-of.ts'
import { createApp } from '../create-app.ts'

const status = { version: '1', database: 'ready', engine: 'pglite', message: null } as const

export const password = 'correct horse battery'

/** What a test asks with: any headers besides those that a page of the server sends. */
export type Headers = Readonly<Record<string, string>>

/** The API over a store of its own, and short ways to be somebody in it. */
export async function anAccess(engine: EngineName = 'pglite', { address }: { address?: string } = {}) {
  const store = await aStore(engine, allMigrations)
  const clones = mkdtempSync(join(tmpdir(), 'leitstand-clones-'))
  let now = Date.now()
  const kernel = createKernel({
    store,
    records,
    links: linkRules,
    log: ({ error }) => {
      throw error
    },
    clock: () => new Date(now),
  })
  configureEvidence(kernel, { cloneFolder: clones, allowedRoots: [tmpdir()], allowPrivateHosts: false })
  configureSignIn(kernel, {
    secret: randomBytes(32).toString('hex'),
    address: address ?? 'http://localhost:4400',
    isPublic: address !== undefined,
  })
  const jobs = startJobs(kernel, [gatherRepository, countRepositoryLines])
  const app = createApp({ kernel: () => kernel, status: () => status, address: () => address ?? null })
  const origin = address ?? 'http://localhost:4400'

  /** Asks as a page of the server does. */
  async function ask(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Response> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    return app.request(path, {
      method,
      headers: {
        host: new URL(origin).host,
        origin,
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': `${text.length}` }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    })
  }
  const enter = async (email: string, secret = password) =>
    ask('POST', '/api/v1/session', { email, password: secret })
  /** The headers of somebody who signs in. */
  const as = async (email: string) => ({ cookie: cookiesOf(await enter(email)) })
  return {
    app,
    kernel,
    store,
    ask,
    enter,
    as,
    pass: (milliseconds: number) => void (now += milliseconds),
    async createOwner(email = 'owner@example.com'): Promise<Headers> {
      const answer = await ask('POST', '/api/v1/owner', { name: 'Olga Owner', email, password })
      if (answer.status !== 201) throw new Error(await answer.text())
      return { cookie: cookiesOf(answer) }
    },
    /** Invites somebody, who joins; gives their headers. */
    async join(owner: Headers, role: Role, email = `${role}@example.com`): Promise<Headers> {
      const invited = await ask('POST', '/api/v1/invitations', { role }, owner)
      const { token } = (await invited.json()) as { token: string } // the API's own shape
      const answer = await ask('POST', '/api/v1/invitations/accept', {
        token,
        name: `A ${role}`,
        email,
        password,
      })
      if (answer.status !== 201) throw new Error(await answer.text())
      return { cookie: cookiesOf(answer) }
    },
    /** Makes a key; gives its id and its headers. */
    async key(owner: Headers, scope: 'read' | 'write') {
      const answer = await ask('POST', '/api/v1/api-keys', { name: `A key to ${scope}`, scope }, owner)
      const { id, token } = (await answer.json()) as { id: string; token: string } // the API's own shape
      return { id, token, headers: { authorization: `Bearer ${token}` } }
    },
    async close() {
      await jobs.stop()
      await store.close()
      rmSync(clones, { recursive: true, force: true })
    },
  }
}

/** What a browser sends back of the cookies it got. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
