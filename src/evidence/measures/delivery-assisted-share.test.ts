import { expect, test } from 'vitest'
import { assistedShare } from './delivery-assisted-share.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const figureOf = (parts: EvidenceParts) =>
  assistedShare.compute(anEvidence({ asOf: afterQuarter, ...parts }), repositoryScope, quarter)

test('the share of changes that name a coding agent', () => {
  const figure = figureOf({ commits: dailyCommits(10, (index) => ({ assisted: index < 3 })) })
  expect(figure).toMatchObject({ value: 0.3, sample: 10, facts: [0, 1, 2] })
})

test('merges are no changes', () => {
  const commits = [
    ...dailyCommits(5, (index) => ({ assisted: index === 4 })),
    { id: 'side', at: into(1), parents: ['c3'], assisted: true },
    { id: 'm', at: into(1, 1), parents: ['c4', 'side'], assisted: true },
  ]
  expect(figureOf({ commits })).toMatchObject({ value: 2 / 6, sample: 6 })
})

test('a change belongs to the window in which it was committed, whenever it was written', () => {
  const commits = dailyCommits(6, (index) => (index === 0 ? { at: into(-3), committed: into(0, 0, 1) } : {}))
  expect(figureOf({ commits }).sample).toBe(6)
})

test('bots that are no agents stand in the share, and the share without them beside it', () => {
  const commits = dailyCommits(20, (index) => ({ bot: index >= 10, assisted: index < 5 || index === 19 }))
  expect(figureOf({ commits })).toMatchObject({ value: 6 / 20, parts: { withoutBots: 6 / 11 } })
})

test('four changes are too few', () => {
  expect(figureOf({ commits: dailyCommits(4, () => ({ assisted: true })) })).toMatchObject({
    value: null,
    sample: 4,
  })
})
