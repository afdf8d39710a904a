import { expect, test } from 'vitest'
import { usage } from './usage.ts'
import { usageInGerman } from './usage-de.ts'

test('both languages name the same commands and options, in the same order', () => {
  const named = (text: string) => text.match(/^ +leitstand \S+|^ +--[a-z-]+( [A-Z\d]\S*)?/gm)
  expect(named(usage)?.length).toBeGreaterThan(8)
  expect(named(usageInGerman)).toEqual(named(usage))
})
