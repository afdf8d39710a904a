import { expect, test } from 'vitest'
import { releaseContents } from './release-contents.ts'
import { dailyCommits, into } from './testing/a-quarter.ts'
import { anEvidence } from './testing/an-evidence.ts'

test('a release holds what no earlier one had; the first one has no lead time', () => {
  const evidence = anEvidence({
    commits: dailyCommits(6),
    releases: [
      { tag: 'v1.0.0', commit: 'c1' },
      { tag: 'v1.1.0', commit: 'c4', at: into(0, 5, 10) },
    ],
  })
  expect(releaseContents(evidence)).toEqual([
    { tag: 'v1.0.0', changes: 2, leadTimeP50Hours: null },
    { tag: 'v1.1.0', changes: 3, leadTimeP50Hours: 48 },
  ])
})

test('a pre-release takes nothing away from the release it prepares', () => {
  const evidence = anEvidence({
    commits: dailyCommits(6),
    releases: [
      { tag: 'v1.0.0', commit: 'c0' },
      { tag: 'v1.1.0-rc.1', commit: 'c2' },
      { tag: 'v1.1.0', commit: 'c3' },
    ],
  })
  expect(releaseContents(evidence).map(({ tag, changes }) => [tag, changes])).toEqual([
    ['v1.0.0', 1],
    ['v1.1.0-rc.1', 2],
    ['v1.1.0', 3],
  ])
})

test('a release without changes of its own has no lead time instead of zero', () => {
  const evidence = anEvidence({
    commits: dailyCommits(6),
    releases: [
      { tag: 'api-v1.0.0', commit: 'c3', at: into(0, 4) },
      { tag: 'web-v1.0.0', commit: 'c2', at: into(0, 5) },
    ],
  })
  expect(releaseContents(evidence)[1]).toEqual({ tag: 'web-v1.0.0', changes: 0, leadTimeP50Hours: null })
})
