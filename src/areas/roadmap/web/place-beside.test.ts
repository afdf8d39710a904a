import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, placeBeside, type Placed } from './place-beside.ts'

const bets = (...orders: readonly (number | null)[]): Placed[] =>
  orders.map((order, at) => ({ key: `BET-${at + 1}`, order }))

test('a bet stands between its new neighbours, on a whole number where there is one', () => {
  expect(placeBeside(bets(10, 20, 30), 'BET-3', 'BET-2', 'before')).toEqual([{ key: 'BET-3', order: 15 }])
  expect(placeBeside(bets(1, 2, 3), 'BET-3', 'BET-2', 'before')).toEqual([{ key: 'BET-3', order: 1.5 }])
  expect(placeBeside(bets(10, 20), 'BET-2', 'BET-1', 'before')).toEqual([{ key: 'BET-2', order: 0 }])
  expect(placeBeside(bets(10, 20), 'BET-1', 'BET-2', 'after')).toEqual([{ key: 'BET-1', order: 30 }])
})

test('who stands in front without a place is given one, and nobody else', () => {
  expect(placeBeside(bets(5, null, null, null), 'BET-4', 'BET-2', 'after')).toEqual([
    { key: 'BET-2', order: 15 },
    { key: 'BET-4', order: 25 },
  ])
  expect(placeBeside(bets(null, null), 'BET-2', 'BET-1', 'before')).toEqual([{ key: 'BET-2', order: 10 }])
})

test('where there is no room, those behind move up, the last first', () => {
  expect(placeBeside(bets(1, 1, 7, 9), 'BET-4', 'BET-2', 'before')).toEqual([
    { key: 'BET-3', order: 17 },
    { key: 'BET-2', order: 11 },
    { key: 'BET-4', order: 6 },
  ])
})

test('nothing is written for a place that it has, beside itself or beside nobody', () => {
  expect(placeBeside(bets(1, 2), 'BET-1', 'BET-2', 'before')).toEqual([])
  expect(placeBeside(bets(1, 2), 'BET-2', 'BET-1', 'after')).toEqual([])
  expect(placeBeside(bets(1, 2), 'BET-1', 'BET-1', 'after')).toEqual([])
  expect(placeBeside(bets(1, 2), 'BET-1', 'BET-9', 'after')).toEqual([])
  expect(placeBeside(bets(1, 2), 'BET-9', 'BET-1', 'after')).toEqual([])
})

test('whatever the places, each step keeps the order of the others, and the last puts the bet where it is to be', () => {
  const orders = fc.array(fc.option(fc.integer({ min: -3, max: 3 })), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(orders, fc.nat(), fc.nat(), fc.boolean(), (orders, from, to, isBefore) => {
      const all = inOrder(bets(...orders))
      const key = all[from % all.length]?.key ?? ''
      const target = all[to % all.length]?.key ?? ''
      if (key === target) return
      const before = all.map((bet) => bet.key)
      const others = before.filter((each) => each !== key)
      const at = others.indexOf(target) + (isBefore ? 0 : 1)
      const wanted = [...others.slice(0, at), key, ...others.slice(at)]
      let standing: readonly Placed[] = all
      const writes = placeBeside(all, key, target, isBefore ? 'before' : 'after')
      for (const [index, { key: written, order }] of writes.entries()) {
        standing = inOrder(standing.map((bet) => (bet.key === written ? { key: written, order } : bet)))
        const keys = standing.map((bet) => bet.key)
        if (index < writes.length - 1) expect(keys.filter((each) => each !== key)).toEqual(others)
      }
      expect(standing.map((bet) => bet.key)).toEqual(wanted)
    }),
  )
})
