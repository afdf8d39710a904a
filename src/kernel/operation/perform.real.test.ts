import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verifyChain } from '../audit/verify-chain.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import type { Actor } from './actor.ts'
import { defineOperation, type Operation, type OperationContext } from './define-operation.ts'
import { createKernel, type Kernel } from './kernel.ts'
import { perform } from './perform.ts'
import { Refusal } from './refusal.ts'
import { UnexpectedError } from './unexpected-error.ts'

const owner: Actor = { kind: 'local' }
const member: Actor = { kind: 'user', id: 'u1', roles: ['member'] }
const actors: Record<string, Actor> = {
  'the local owner': owner,
  'an owner': { kind: 'user', id: 'u2', roles: ['owner'] },
  'a member': member,
  'a key of an owner': { kind: 'api-key', id: 'k1', roles: ['owner'] },
  'an agent of an owner': { kind: 'agent', id: 'a1', roles: ['owner'] },
  'a share link': { kind: 'share-link', id: 's1' },
  'a job': { kind: 'system', job: 'scan' },
  'a webhook': { kind: 'webhook', source: 'forge' },
}

describe.each(engines)('performing an operation on %s', (engine) => {
  let kernel: Kernel
  const bugs: { id: string; error: unknown }[] = []

  beforeAll(async () => {
    const store = await aStore(engine)
    await sql`create table note (workspace_id uuid not null, text text not null, primary key (workspace_id, text))`.execute(
      store.database,
    )
    kernel = createKernel({
      store,
      log: (bug) => bugs.push(bug),
      clock: () => new Date('2026-03-01T10:00:00.123Z'),
    })
  })
  afterAll(async () => kernel.store.close())

  async function insertNote({ transaction, workspaceId }: OperationContext, text: string) {
    await sql`insert into note values (${workspaceId}, ${text})`.execute(transaction)
  }

  function aNoteOperation(
    run: (context: OperationContext, text: string) => Promise<unknown>,
    rules: Partial<Operation<{ text: string }, unknown>> = {},
  ) {
    return defineOperation<{ text: string }, unknown>({
      name: 'note.add',
      input: z.object({ text: z.string().min(1) }),
      access: ['owner'],
      writes: true,
      run: async (context, { text }) => run(context, text),
      ...rules,
    })
  }

  async function countNotes(text: string): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*) as n from note where text = ${text}`.execute(
      kernel.store.database,
    )
    return rows[0]?.n ?? -1
  }

  async function auditRows() {
    return kernel.store.database.selectFrom('audit').selectAll().orderBy('seq').execute()
  }

  async function errorOf(work: Promise<unknown>): Promise<unknown> {
    return work.then(
      () => undefined,
      (error: unknown) => error,
    )
  }

  test('a write commits with one audit row that says who did what to which subject when', async () => {
    const before = (await auditRows()).length
    const add = aNoteOperation(async (context, text) => {
      await insertNote(context, text)
      context.audit({ subject: { type: 'note', id: 'n1' }, payload: { text } })
      return 'done'
    })
    expect(await perform(kernel, add, { kind: 'user', id: 'u7', roles: ['owner'] }, { text: 'first' })).toBe(
      'done',
    )
    expect(await countNotes('first')).toBe(1)
    const rows = await auditRows()
    expect(rows).toHaveLength(before + 1)
    expect(rows.at(-1)).toMatchObject({
      at: new Date('2026-03-01T10:00:00.123Z'),
      actor_kind: 'user',
      actor_id: 'u7',
      operation: 'note.add',
      subject_type: 'note',
      subject_id: 'n1',
      payload: { text: 'first' },
    })
    expect(await verifyChain(kernel.store.database, kernel.store.workspaceId)).toMatchObject({ holds: true })
  })

  test('a refused write leaves neither rows nor an audit row nor a bug', async () => {
    const [rows, known] = [(await auditRows()).length, bugs.length]
    const refuse = aNoteOperation(async (context, text) => {
      await insertNote(context, text)
      throw new Refusal('conflict', { en: 'There is one already.', de: 'Es gibt schon eines.' })
    })
    expect(await errorOf(perform(kernel, refuse, owner, { text: 'refused' }))).toMatchObject({
      code: 'conflict',
    })
    expect(await countNotes('refused')).toBe(0)
    expect(await auditRows()).toHaveLength(rows)
    expect(bugs).toHaveLength(known)
  })

  test('anything else thrown rolls back, is logged with an id, and shows nothing but that id', async () => {
    const rows = (await auditRows()).length
    const fail = aNoteOperation(async (context, text) => {
      await insertNote(context, text)
      throw new TypeError('the secret reason')
    })
    const error = await errorOf(perform(kernel, fail, owner, { text: 'failed' }))
    expect(error).toBeInstanceOf(UnexpectedError)
    expect(error).toMatchObject({ message: `Something went wrong, id ${bugs.at(-1)?.id}.` })
    expect(bugs.at(-1)?.error).toMatchObject({ message: 'the secret reason' })
    expect(await countNotes('failed')).toBe(0)
    expect(await auditRows()).toHaveLength(rows)
  })

  test('input that is not valid is refused with the path of each field, before anything runs', async () => {
    const deep = defineOperation({
      name: 'note.deep',
      input: z.object({ notes: z.array(z.object({ text: z.string().min(3) })), day: z.iso.date() }),
      access: ['owner'],
      writes: true,
      run: async () => {
        throw new Error('It ran.')
      },
    })
    const error = await errorOf(perform(kernel, deep, owner, { notes: [{ text: 'long' }, { text: '' }] }))
    if (!(error instanceof Refusal)) throw new Error('It was not refused.', { cause: error })
    expect(error.code).toBe('invalid')
    expect(error.fields.map(({ path }) => path)).toEqual(['notes.1.text', 'day'])
  })

  test('text that no database can hold is refused, wherever in the input it stands', async () => {
    const deep = defineOperation({
      name: 'note.many',
      input: z.object({ notes: z.array(z.string()) }),
      access: ['owner'],
      writes: true,
      run: async (context, { notes }) => insertNote(context, notes.join(' ')),
    })
    const add = aNoteOperation(insertNote)
    expect(await errorOf(perform(kernel, add, owner, { text: 'half\0' }))).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'text' }],
    })
    expect(await errorOf(perform(kernel, deep, owner, { notes: ['whole', '\0'] }))).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'notes.1' }],
    })
    await perform(kernel, add, owner, { text: '\\u0000 as words' })
  })

  test.each([
    [
      'owners',
      { access: ['owner'] },
      ['the local owner', 'an owner', 'a key of an owner', 'an agent of an owner', 'a job'],
    ],
    ['owners in person', { access: ['owner'], by: 'person' }, ['the local owner', 'an owner']],
    ['members', { access: ['member'] }, ['the local owner', 'a member', 'a job']],
    ['a webhook alone', { access: (actor: Actor) => actor.kind === 'webhook' }, ['a webhook']],
  ] as const)('what is open to %s is open to nobody else', async (_, rules, allowed) => {
    const look = aNoteOperation(async () => 'seen', { writes: false, ...rules })
    const outcomes = await Promise.all(
      Object.entries(actors).map(async ([name, actor]) => {
        const error = await errorOf(perform(kernel, look, actor, { text: 'x' }))
        if (error !== undefined) expect(error).toMatchObject({ code: 'forbidden' })
        return error === undefined ? [name] : []
      }),
    )
    expect(outcomes.flat()).toEqual(allowed)
  })

  test('who may not is told so even when the input is not valid either', async () => {
    const add = aNoteOperation(async () => undefined)
    expect(await errorOf(perform(kernel, add, member, {}))).toMatchObject({ code: 'forbidden' })
  })

  test('a read leaves no audit row, and cannot write', async () => {
    const rows = (await auditRows()).length
    const read = aNoteOperation(async () => 'read', { writes: false })
    expect(await perform(kernel, read, owner, { text: 'x' })).toBe('read')
    const write = aNoteOperation(insertNote, { writes: false })
    expect(await errorOf(perform(kernel, write, owner, { text: 'sneaked' }))).toBeInstanceOf(UnexpectedError)
    expect(await countNotes('sneaked')).toBe(0)
    expect(await auditRows()).toHaveLength(rows)
  })

  describe('from inside an operation', () => {
    const outer: Record<string, () => Promise<unknown>> = {
      'a query on the store': async () => sql`select 1`.execute(kernel.store.database),
      'a transaction of the store': async () => kernel.store.transaction(async () => undefined),
      'SQL text on the store': async () => kernel.store.run('select 1'),
      'the maintenance of the store': async () => kernel.store.maintain(),
      'another operation': async () =>
        perform(
          kernel,
          aNoteOperation(async () => undefined, { writes: false }),
          owner,
          { text: 'x' },
        ),
      'a query that starts later': async () => {
        await new Promise(setImmediate)
        return sql`select 1`.execute(kernel.store.database)
      },
    }

    test.each(Object.keys(outer))('%s throws at once instead of waiting or going unseen', async (name) => {
      const misuse = aNoteOperation(async (context, text) => {
        await insertNote(context, text)
        await outer[name]?.()
      })
      expect(await errorOf(perform(kernel, misuse, owner, { text: name }))).toBeInstanceOf(UnexpectedError)
      expect(bugs.at(-1)?.error).toMatchObject({
        message: expect.stringContaining('inside the operation note.add') as string,
      })
      expect(await countNotes(name)).toBe(0)
      // Nothing is left waiting: the next one goes through.
      await perform(kernel, aNoteOperation(insertNote), owner, { text: `after ${name}` })
    })
  })

  test('of two writes at once the second sees what the first one did', async () => {
    const addOnce = aNoteOperation(async (context, text) => {
      const { rows } = await sql`select from note where text = ${text}`.execute(context.transaction)
      if (rows.length === 0) await insertNote(context, text)
      return rows.length === 0
    })
    const added = await Promise.all(
      Array.from({ length: 10 }, async () => perform(kernel, addOnce, owner, { text: 'only once' })),
    )
    expect(added.filter(Boolean)).toHaveLength(1)
  })

  test('operations at once each get their own link of one chain', async () => {
    const add = aNoteOperation(async (context, text) => {
      await insertNote(context, text)
      context.audit({ payload: { text } })
    })
    const before = await auditRows()
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => perform(kernel, add, owner, { text: `at once ${n}` })),
    )
    expect(await auditRows()).toHaveLength(before.length + 40)
    expect(await verifyChain(kernel.store.database, kernel.store.workspaceId)).toMatchObject({ holds: true })
  })
})
