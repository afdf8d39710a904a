import { expect, test } from 'vitest'
import { leadTime } from './delivery-lead-time.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import {
  anEvidence,
  componentScope,
  repositoryScope,
  type AReview,
  type EvidenceParts,
} from './testing/an-evidence.ts'

const people = ['ann', 'bob', 'cyd', 'dan', 'eve']
const commits = dailyCommits(12, (index) => ({ author: people[index % 5] ?? 'ann' }))
const releases = [
  { tag: 'v1.0.0', commit: 'c0' },
  { tag: 'v1.1.0', commit: 'c10', at: into(2) },
]
const figureOf = (parts: EvidenceParts, scope = repositoryScope, window = quarter) =>
  leadTime.compute(anEvidence({ asOf: afterQuarter, commits, releases, ...parts }), scope, window)

/** Opened an hour after c1, c2, … were written, answered two, merged three hours later. */
const review = (index: number, more: Partial<AReview> = {}): AReview => ({
  id: `r${index}`,
  opened: into(0, index, 11),
  answered: into(0, index, 13),
  merged: into(0, index, 16),
  commit: `c${index}`,
  ...more,
})
const reviews = [1, 2, 3, 4, 5].map((index) => review(index))

test('coding, waiting for review, review and waiting for deployment stand beside the lead time', () => {
  // c3, the one in the middle, is merged on day 3 at 16:00 and released at the start of day 14.
  expect(figureOf({ reviews })).toMatchObject({
    sample: 10,
    parts: { coding: 1, waitingForReview: 2, inReview: 3, waitingForDeployment: 10 * 24 + 8 },
    dropped: { withoutRequest: 5 },
  })
})

test('without a forge there are no stages, and nothing is missing', () => {
  const figure = figureOf({})
  expect(figure).not.toHaveProperty('parts')
  expect(figure).not.toHaveProperty('dropped')
})

test('a change that a merge brought in came with the request of the merge', () => {
  const branches = [1, 2, 3, 4, 5].flatMap((index) => {
    const before = index === 1 ? 'c0' : `m${index - 1}`
    return [
      { id: `b${index}`, at: into(0, index, 10), parents: [before], author: people[index - 1] ?? '' },
      { id: `m${index}`, at: into(0, index, 16), parents: [before, `b${index}`], author: 'merger' },
    ]
  })
  const figure = figureOf({
    commits: [{ id: 'c0', at: into(0), author: 'merger' }, ...branches],
    releases: [releases[0]!, { tag: 'v1.1.0', commit: 'm5', at: into(2) }],
    reviews: reviews.map((one, index) => ({ ...one, commit: `m${index + 1}` })),
  })
  expect(figure.parts).toMatchObject({ coding: 1, waitingForReview: 2, inReview: 3 })
  expect(figure).not.toHaveProperty('dropped')
})

test('a stage that did not happen counts nowhere, and one of too few changes is not told', () => {
  const { answered: _, ...unanswered } = review(5)
  expect(Object.keys(figureOf({ reviews: [...reviews.slice(0, 4), unanswered] }).parts ?? {})).toEqual([
    'coding',
    'waitingForDeployment',
  ])
  const inPairs = dailyCommits(12, () => ({ author: 'ann', coauthors: people }))
  expect(figureOf({ commits: inPairs, reviews: reviews.slice(0, 4) })).not.toHaveProperty('parts')
})

test('stages need five people and are told of one window and scope only', () => {
  const few = dailyCommits(12, (index) => ({ author: people[index % 4] ?? 'ann' }))
  expect(figureOf({ commits: few, reviews })).not.toHaveProperty('parts')
  expect(figureOf({ reviews }, repositoryScope, { ...quarter, from: into(-1) })).not.toHaveProperty('parts')
  expect(figureOf({ reviews, components: { src: ['src/'] } }, componentScope('src'))).not.toHaveProperty(
    'parts',
  )
})

test('of two requests for one commit the one that was opened first counts, in whatever order they come', () => {
  const later = reviews.map((one, index) => ({ ...one, id: `later${index}`, opened: into(0, index + 1, 12) }))
  const figure = figureOf({ reviews: [...reviews, ...later] })
  expect(figure.parts).toMatchObject({ coding: 1 })
  expect(figureOf({ reviews: [...later, ...reviews] })).toEqual(figure)
})
