import { createServer, type AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { Refusal } from '../../operation/refusal.ts'
import { aStore } from '../testing/a-store.ts'
import { openPostgresql } from './postgresql-engine.ts'

test('connections that break fail their transactions and nothing else, however many do', async () => {
  const store = await aStore('postgresql')
  onTestFinished(store.close)
  const breakOne = async () =>
    store.transaction(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(store.database)
      await sql`select 1`.execute(transaction)
    })
  // More often than the pool has connections: each that breaks must be given back.
  for (let times = 0; times < 12; times++) await expect(breakOne()).rejects.toThrow(/terminat|not queryable/)
  expect((await store.run('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test.each([
  'nonsense secret',
  '/secret',
  'mysql://someone:secret@localhost/x',
  'postgresql://someone:%E0secret@localhost/x',
  'postgresql://someone:secret@localhost:port/x',
  'postgresql://someone:secret@localhost/x?sslmode=verify-full&sslrootcert=/not/there',
])('the address %s is refused without showing the password', async (url) => {
  const refusal: unknown = await openPostgresql(url).catch((error: unknown) => error)
  if (!(refusal instanceof Refusal)) throw new Error('It was not refused.', { cause: refusal })
  expect(refusal.code).toBe('invalid')
  expect(refusal.message).toContain('DATABASE_URL')
  expect(`${refusal.message} ${refusal.hint}`).not.toContain('secret')
})

test('a server that takes connections and says nothing is refused instead of waited for', async () => {
  const silent = createServer()
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void silent.close())
  const { port } = silent.address() as AddressInfo // it listens on a port
  const refusal: unknown = await openPostgresql(`postgresql://x:y@127.0.0.1:${port}/z`, 50).catch(
    (error: unknown) => error,
  )
  expect(refusal).toMatchObject({ code: 'not-found', message: expect.stringContaining('timeout') as string })
})
