import { expect, test } from 'vitest'
import { deliveryMeasures } from './delivery-measures.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, repositoryScope } from './testing/an-evidence.ts'

test('every measure is said in English and German, addressing nobody', () => {
  for (const measure of deliveryMeasures) {
    for (const text of [
      measure.title,
      measure.definition,
      measure.sampleRule,
      ...Object.values(measure.partNames ?? {}),
    ]) {
      expect(text.en.trim()).not.toBe('')
      expect(text.de.trim()).not.toBe('')
      expect(text.de).not.toMatch(/\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|Ihr|Ihre[mnrs]?|Ihnen)\b/)
    }
    expect(measure.definition.de).not.toBe(measure.definition.en)
    expect(measure.sources.length).toBeGreaterThan(0)
  }
})

test('every id is there once', () => {
  expect(deliveryMeasures.map((measure) => measure.id).toSorted()).toEqual([
    'delivery.assisted-share',
    'delivery.batch-size',
    'delivery.change-failure-rate',
    'delivery.deployment-frequency',
    'delivery.investment-mix',
    'delivery.lead-time',
    'delivery.recovery-time',
    'delivery.review-time',
    'delivery.rework-rate',
    'delivery.throughput',
  ])
})

test('an empty repository has no figure anywhere, and every measure says why', () => {
  for (const measure of deliveryMeasures) {
    const figure = measure.compute(anEvidence({ commits: [] }), repositoryScope, null)
    expect([measure.id, figure.value]).toEqual([measure.id, null])
    expect([measure.id, typeof figure.reason]).toEqual([measure.id, 'object'])
  }
})

test('a window is the full weeks before the week of as-of', () => {
  for (const measure of deliveryMeasures) expect(measure.window(afterQuarter, 13)).toEqual(quarter)
})

test('every part and everything dropped has a name', () => {
  const commits = [
    { id: 'old', at: into(-9), files: ['A src/x.ts'] },
    ...dailyCommits(91, (index) => ({
      parents: [index === 0 ? 'old' : `c${index - 1}`],
      bot: index % 5 === 0,
      kind: 'feat' as const,
      // One clock that is wrong, so that something is dropped.
      ...(index === 40 ? { at: into(40), committed: into(0, 40, 10) } : {}),
    })),
  ]
  const releases = Array.from({ length: 13 }, (_, week) => ({
    tag: `v1.${week >> 1}.${week & 1}`,
    commit: `c${week * 7}`,
  }))
  const evidence = anEvidence({
    commits,
    releases: [{ tag: 'v0.1.0', commit: 'old' }, ...releases],
    asOf: afterQuarter,
  })
  let named = 0
  for (const measure of deliveryMeasures) {
    const { parts, dropped } = measure.compute(evidence, repositoryScope, quarter)
    for (const part of Object.keys({ ...parts, ...dropped })) {
      expect(`${measure.id} ${Object.keys(measure.partNames ?? {}).join(' ')}`).toContain(part)
      named++
    }
  }
  expect(named).toBeGreaterThan(10)
})
