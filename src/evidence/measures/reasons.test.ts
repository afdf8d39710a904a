import { expect, test } from 'vitest'
import { reasonText } from './reasons.ts'

test('too few says how many it needs and how many there are', () => {
  const reason = { code: 'too-few', what: 'changes', needed: 5, got: 1 } as const
  expect(reasonText(reason, 'en')).toBe('Too few for a figure: it needs at least 5 changes, and there is 1.')
  expect(reasonText(reason, 'de')).toBe(
    'Zu wenig für eine Zahl: Nötig sind mindestens 5 Änderungen, vorhanden: 1.',
  )
})

test('one needed thing is spoken of as one', () => {
  const reason = { code: 'too-few', what: 'weeks', needed: 1, got: 0 } as const
  expect(reasonText(reason, 'en')).toContain('at least 1 full week of history, and there are 0.')
  expect(reasonText(reason, 'de')).toContain('Nötig ist mindestens 1 volle Woche Historie')
})

test('missing data names the source that would tell', () => {
  expect(reasonText({ code: 'no-data', source: 'forge' }, 'en')).toContain('forge')
  expect(reasonText({ code: 'no-data', source: 'incidents' }, 'de')).toContain('Störungen')
  expect(reasonText({ code: 'no-data', source: 'releases' }, 'en')).toContain('tag with a version')
})

test('a small group is told how large it would have to be', () => {
  expect(reasonText({ code: 'group-too-small', needed: 5 }, 'de')).toContain('ab 5 Personen')
})
