import { expect, test } from 'vitest'
import { reviewTime } from './delivery-review-time.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, repositoryScope, type AReview, type EvidenceParts } from './testing/an-evidence.ts'

const people = ['ann', 'bob', 'cyd', 'dan', 'eve']
const commits = dailyCommits(20, (index) => ({ author: people[index % 5] ?? 'ann' }))
const figureOf = (parts: EvidenceParts) =>
  reviewTime.compute(anEvidence({ asOf: afterQuarter, commits, ...parts }), repositoryScope, quarter)

/** Merged ten hours and more after it was opened, two of them waiting and three in review. */
const review = (index: number, more: Partial<AReview> = {}): AReview => ({
  id: `r${index}`,
  opened: into(1, index),
  answered: into(1, index, 2),
  approved: into(1, index, 5),
  merged: into(1, index, 10 + index),
  commit: `c${index}`,
  ...more,
})
const reviews = [0, 1, 2, 3, 4].map((index) => review(index))

test('opened to merged, with its stages', () => {
  const figure = figureOf({ reviews })
  expect(figure).toMatchObject({
    value: 12,
    sample: 5,
    percentiles: { p50: 12, p75: 13, p90: 14 },
    parts: { waitingForReview: 2, inReview: 3, waitingForMerge: 7 },
  })
})

test('without a forge there is no data yet', () => {
  expect(figureOf({}).reason).toEqual({ code: 'no-data', source: 'forge' })
})

test('a stage that did not happen is not a stage of zero hours', () => {
  const unanswered = [0, 1, 2, 3, 4].map((index): AReview => ({
    id: `r${index}`,
    opened: into(1, index),
    merged: into(1, index, 10 + index),
    commit: `c${index}`,
  }))
  const figure = figureOf({ reviews: unanswered })
  expect(figure.value).toBe(12)
  expect(figure.parts).toEqual({})
})

test('four people are too small a group, however many reviews they had', () => {
  const few = dailyCommits(20, (index) => ({ author: people[index % 4] ?? 'ann' }))
  const many = Array.from({ length: 15 }, (_, index) => review(index))
  expect(figureOf({ commits: few, reviews: many })).toEqual({
    value: null,
    sample: 0,
    reason: { code: 'group-too-small', needed: 5 },
  })
})

test('a bot is not one of the five, the co-authors that a squash names are', () => {
  const withBot = dailyCommits(20, (index) => ({ author: people[index % 5] ?? 'ann', bot: index % 5 === 4 }))
  expect(figureOf({ commits: withBot, reviews }).value).toBeNull()
  const squashed = dailyCommits(20, (index) => ({ author: 'ann', coauthors: [people[index % 5] ?? 'ann'] }))
  expect(figureOf({ commits: squashed, reviews }).value).toBe(12)
})

test('a merge counts the people of its branch', () => {
  const merged = [0, 1, 2, 3, 4].flatMap((index) => [
    {
      id: `b${index}`,
      at: into(1, index, 1),
      parents: [index === 0 ? 'c0' : `m${index - 1}`],
      author: people[index] ?? '',
    },
    {
      id: `m${index}`,
      at: into(1, index, 9),
      parents: [index === 0 ? 'c0' : `m${index - 1}`, `b${index}`],
      author: 'merger',
    },
  ])
  const figure = figureOf({
    commits: [{ id: 'c0', at: into(0), author: 'merger' }, ...merged],
    reviews: reviews.map((one, index) => ({ ...one, commit: `m${index}` })),
  })
  expect(figure.value).toBe(12)
})

test('merged before opened is dropped and counted', () => {
  const skewed = [...reviews, review(5, { opened: into(3), merged: into(2) })]
  expect(figureOf({ reviews: skewed })).toMatchObject({ sample: 5, dropped: { negative: 1 } })
})

test('it is near to people: no list of facts, no series, no scope that could be subtracted', () => {
  const figure = figureOf({ reviews })
  expect(reviewTime.personNear).toBe(true)
  expect(reviewTime.scopes).toEqual(['repository'])
  expect(Object.keys(figure)).not.toContain('facts')
  expect(Object.keys(figure)).not.toContain('series')
})
