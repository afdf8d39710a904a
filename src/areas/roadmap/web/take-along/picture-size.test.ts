import { expect, test } from 'vitest'
import { scaleOf } from './picture-size.ts'

test('a slide is drawn twice as sharp, and what is long no larger than browsers can draw', () => {
  expect(scaleOf(1600, 900)).toBe(2)
  for (const height of [2000, 4800, 20_000, 90_000]) {
    const scale = scaleOf(1600, height)
    expect(Math.max(1600, height) * scale).toBeLessThanOrEqual(8192 + 1e-6)
    expect(1600 * height * scale ** 2).toBeLessThanOrEqual(16_000_000 + 1e-3)
  }
})
