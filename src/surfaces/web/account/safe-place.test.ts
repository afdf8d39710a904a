import { expect, test } from 'vitest'
import { safePlace } from './safe-place.ts'

const origin = 'https://leitstand.example.com'

test.each([
  ['/build/delivery?weeks=13#lead', '/build/delivery?weeks=13#lead'],
  ['/', '/'],
])('after signing in one goes on to %s', (next, place) => {
  expect(safePlace(next, origin)).toBe(place)
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
  7,
  undefined,
  ['//evil.example'],
])('after signing in nobody is led to %j', (next) => {
  const place = safePlace(next, origin)
  expect(new URL(place, origin).origin).toBe(origin)
  expect(place).toBe('/')
})
