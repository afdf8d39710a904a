import { expect, test } from 'vitest'
import { inBackground } from '../background.ts'
import { Sessions } from './sessions.ts'

/** Asks for the session under these names, while it is held, and tells in which order they had it. */
async function orderOf(sessions: Sessions, asks: readonly (readonly [name: string, background: boolean])[]) {
  const release = await sessions.acquire()
  const order: string[] = []
  const all = asks.map(([name, background]) => {
    const ask = () => sessions.with(async () => void order.push(name))
    return background ? inBackground(ask) : ask()
  })
  release()
  await Promise.all(all)
  return order
}

test('whoever works in the background has the session after everybody else, each group in its order', async () => {
  const asks = [
    ['scan', true],
    ['page', false],
    ['lines', true],
    ['list', false],
  ] as const
  expect(await orderOf(new Sessions(), asks)).toEqual(['page', 'list', 'scan', 'lines'])
})

test('it is quiet while only the background wants the session, and not just after somebody else did', async () => {
  const sessions = new Sessions()
  expect(sessions.untilQuiet()).toBeLessThanOrEqual(0)
  await inBackground(() => sessions.with(async () => undefined))
  expect(sessions.untilQuiet()).toBeLessThanOrEqual(0)
  await sessions.with(async () => undefined)
  expect(sessions.untilQuiet()).toBeGreaterThan(0)
})

test('it is not quiet while somebody holds the session or waits for it, however long', async () => {
  const sessions = new Sessions()
  const release = await sessions.acquire()
  expect(sessions.untilQuiet()).toBeGreaterThan(0)
  release()
  const held = await inBackground(() => sessions.acquire())
  const waiting = sessions.acquire()
  expect(sessions.untilQuiet()).toBeGreaterThan(0)
  held()
  ;(await waiting)()
})

test('a session that is given back twice is nobody else’s', async () => {
  const sessions = new Sessions()
  const release = await sessions.acquire()
  release()
  const again = await sessions.acquire()
  release()
  let isFree = false
  const next = sessions.with(async () => void (isFree = true))
  await Promise.resolve()
  expect(isFree).toBe(false)
  again()
  await next
  expect(isFree).toBe(true)
})
