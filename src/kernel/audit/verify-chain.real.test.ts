import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../store/open-store.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import { appendAudit, lockChain } from './append-audit.ts'
import { eraseAuditOf } from './erase-payload.ts'
import { genesisHash, type ChainHead } from './chain.ts'
import { verifyChain } from './verify-chain.ts'

describe.each(engines)('the audit chain on %s', (engine) => {
  let store: Store
  beforeAll(async () => {
    store = await aStore(engine)
  })
  afterAll(async () => store.close())

  beforeEach(async () => {
    await store.database.deleteFrom('audit').execute()
    await store.database
      .updateTable('audit_head')
      .set({ seq: 0, hash: genesisHash(store.workspaceId) })
      .execute()
    for (const text of ['one', 'two', 'three', 'four'])
      await append({ text, 'odd keys': ['\u0000', 'ü', -0, 1e21] })
  })

  async function append(payload: unknown) {
    await store.transaction(async (transaction) =>
      appendAudit(transaction, await lockChain(transaction, store.workspaceId), {
        workspaceId: store.workspaceId,
        at: new Date('2026-03-01T10:00:00.001Z'),
        actorKind: 'user',
        actorId: 'u1',
        operation: 'note.add',
        details: { subject: { type: 'note', id: 'n1' }, payload },
      }),
    )
  }

  async function state(since?: ChainHead) {
    return verifyChain(store.database, store.workspaceId, since)
  }

  async function headNow(): Promise<ChainHead> {
    const now = await state()
    if (!now.holds) throw new Error('The chain is broken.')
    return now.head
  }

  test('holds as long as nobody touches it', async () => {
    expect(await state()).toMatchObject({ holds: true, head: { seq: 4 }, erased: 0 })
  })

  test.each([
    ['actor', "actor_id = 'u2'", 'the row was altered'],
    ['time', "at = at + interval '1 millisecond'", 'the row was altered'],
    ['operation', "operation = 'note.remove'", 'the row was altered'],
    ['subject', "subject_id = 'n2'", 'the row was altered'],
    ['payload', `payload = '{"text":"other"}'`, 'the payload was altered'],
    ['salt', "salt = 'other'", 'the payload was altered'],
    ['hash of the payload', "payload_hash = 'other'", 'the row was altered'],
    ['own hash', "hash = 'other'", 'the row was altered'],
  ])('a changed %s is found in its row', async (_, change, reason) => {
    await sql`update audit set ${sql.raw(change)} where seq = 3`.execute(store.database)
    expect(await state()).toEqual({ holds: false, seq: 3, reason })
  })

  test('a removed row is found where it is missing', async () => {
    await store.database.deleteFrom('audit').where('seq', '=', 2).execute()
    expect(await state()).toEqual({ holds: false, seq: 2, reason: 'the row is missing' })
  })

  test('a removed end is found', async () => {
    await store.database.deleteFrom('audit').where('seq', '=', 4).execute()
    expect(await state()).toEqual({ holds: false, seq: 4, reason: 'the end of the chain is missing' })
  })

  test('an end rewritten together with its head is found by a head that was handed out', async () => {
    const handedOut = await headNow()
    const [third] = await store.database.selectFrom('audit').select('hash').where('seq', '=', 3).execute()
    await store.database.deleteFrom('audit').where('seq', '=', 4).execute()
    await store.database
      .updateTable('audit_head')
      .set({ seq: 3, hash: third?.hash ?? '' })
      .execute()
    expect(await state()).toMatchObject({ holds: true })
    expect(await state(handedOut)).toMatchObject({ holds: false, seq: 4 })
    await append({ text: 'instead' })
    expect(await state()).toMatchObject({ holds: true })
    expect(await state(handedOut)).toMatchObject({ holds: false, seq: 4 })
  })

  test('holds while others go on writing', async () => {
    const writing = Promise.all(Array.from({ length: 30 }, async (_, n) => append({ n })))
    for (let looks = 0; looks < 30; looks++) expect(await state()).toMatchObject({ holds: true })
    await writing
  })

  test('erasing a payload takes it away and leaves the chain whole', async () => {
    const handedOut = await headNow()
    await store.transaction(async (transaction) =>
      eraseAuditOf(transaction, store.workspaceId, { type: 'note', id: 'n1' }),
    )
    expect(await state(handedOut)).toMatchObject({ holds: true, erased: 4 })
    const { rows } = await sql<{ row: string }>`select a::text as row from audit a where seq = 2`.execute(
      store.database,
    )
    expect(rows[0]?.row).not.toContain('two')
  })

  test('goes on over more rows than are read at once', async () => {
    await store.transaction(async (transaction) => {
      for (let n = 0; n < 1_000; n++) {
        await appendAudit(transaction, await lockChain(transaction, store.workspaceId), {
          workspaceId: store.workspaceId,
          at: new Date(n),
          actorKind: 'system',
          actorId: 'scan',
          operation: 'note.add',
          details: {},
        })
      }
    })
    expect(await state()).toMatchObject({ holds: true, head: { seq: 1_004 } })
  })
})
