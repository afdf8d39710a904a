import { expect, test } from 'vitest'
import { dailyThroughput, throughput } from './delivery-throughput.ts'
import { afterQuarter, dailyCommits, into, quarter, sinceLong } from './testing/a-quarter.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const evidenceOf = (parts: EvidenceParts) => anEvidence({ asOf: afterQuarter, ...parts })
const figureOf = (parts: EvidenceParts, scope = repositoryScope) =>
  throughput.compute(evidenceOf(parts), scope, quarter)

const daily = sinceLong(dailyCommits(91))

test('delivered changes per working day, those of weekends counted to their week', () => {
  const figure = figureOf({ commits: daily })
  expect(figure).toMatchObject({ value: 91 / 65, sample: 91 })
  expect(figure.series?.map((point) => point.value)).toEqual(Array.from({ length: 13 }, () => 7 / 5))
})

test('a merge with its branch is one delivered change, on the day it arrived', () => {
  const commits = [
    { id: 'early', at: into(-10) },
    { id: 'a', at: into(0) },
    { id: 'b1', at: into(1) },
    { id: 'b2', at: into(2), parents: ['b1'] },
    { id: 'm', at: into(8), parents: ['a', 'b2'] },
  ]
  const figure = figureOf({ commits })
  expect(figure).toMatchObject({ sample: 2, value: 2 / 65 })
  expect(figure.series?.flatMap((point, week) => (point.sample > 0 ? [week] : []))).toEqual([0, 8])
})

test('silent weeks are a true zero, weeks before the first commit are none', () => {
  const figure = figureOf({ commits: dailyCommits(1, () => ({ at: into(4) })) })
  expect(figure).toMatchObject({ value: 1 / 45, sample: 1 })
  expect(figure.series?.slice(3, 6).map((point) => point.value)).toEqual([null, 1 / 5, 0])
})

test('three full weeks are too few', () => {
  expect(figureOf({ commits: dailyCommits(1, () => ({ at: into(10) })) })).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'weeks', needed: 4, got: 3 },
  })
})

test('a component counts what touches it, and a person’s pace without bots stands beside the whole', () => {
  const commits = sinceLong(
    dailyCommits(91, (index) => ({
      files: [`M ${index % 7 === 0 ? 'api' : 'web'}/x.ts`],
      bot: index % 2 === 1,
    })),
  )
  expect(
    figureOf({ commits, components: { api: ['api/'], web: ['web/'] } }, componentScope('api')).sample,
  ).toBe(13)
  expect(figureOf({ commits })).toMatchObject({ value: 91 / 65, parts: { withoutBots: 46 / 65 } })
})

test('every day of the window has its number, the last one too', () => {
  const days = dailyThroughput(evidenceOf({ commits: daily }), repositoryScope, quarter)
  expect(days.length).toBe(91)
  expect(days.every((point) => point.value === 1)).toBe(true)
  expect(days.at(-1)?.from).toBe(into(12, 6))
})
