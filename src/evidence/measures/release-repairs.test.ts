import { expect, test } from 'vitest'
import { repairs } from './release-repairs.ts'
import { afterQuarter, dailyCommits, into } from './testing/a-quarter.ts'
import { anEvidence, type ARelease } from './testing/an-evidence.ts'
import { day } from './windows.ts'

/** Which release repaired which, as `failed ← repair`, or `failed ← nothing yet`. */
function found(releases: readonly ARelease[], commits = dailyCommits(30)) {
  const evidence = anEvidence({ commits, releases, asOf: afterQuarter })
  const finals = evidence.releases.filter((release) => !release.prerelease)
  return repairs(evidence).map(
    ({ failed, by }) => `${finals[failed]?.tag} ← ${finals[by]?.tag ?? 'nothing yet'}`,
  )
}

test('a patch within seven days repairs, to the second, and not one later', () => {
  const first = { tag: 'v1.2.0', commit: 'c1', at: into(1) }
  expect(found([first, { tag: 'v1.2.1', commit: 'c2', at: into(1) + 7 * day }])).toEqual(['v1.2.0 ← v1.2.1'])
  expect(found([first, { tag: 'v1.2.1', commit: 'c2', at: into(1) + 7 * day + 1000 }])).toEqual([])
})

test('a new minor or major version is no repair', () => {
  expect(
    found([
      { tag: 'v1.2.0', commit: 'c1' },
      { tag: 'v1.3.0', commit: 'c2' },
      { tag: 'v2.0.0', commit: 'c3' },
    ]),
  ).toEqual([])
})

test('a patch repairs the version it patches, also when another was released between', () => {
  expect(
    found([
      { tag: 'v1.2.0', commit: 'c1' },
      { tag: 'v1.3.0', commit: 'c2' },
      { tag: 'v1.2.1', commit: 'c3' },
    ]),
  ).toEqual(['v1.2.0 ← v1.2.1'])
})

test('each of several patches repairs the one before it', () => {
  expect(
    found([
      { tag: 'v1.2', commit: 'c1' },
      { tag: 'v1.2.1', commit: 'c2' },
      { tag: 'v1.2.2', commit: 'c3' },
    ]),
  ).toEqual(['v1.2 ← v1.2.1', 'v1.2.1 ← v1.2.2'])
})

test('a patch of another prefix, an older version and a tag of the same instant repair nothing', () => {
  expect(
    found([
      { tag: 'api-v1.2.0', commit: 'c1' },
      { tag: 'web-v1.2.1', commit: 'c2' },
    ]),
  ).toEqual([])
  expect(
    found([
      { tag: 'v1.2.5', commit: 'c1' },
      { tag: 'v1.2.4', commit: 'c2' },
    ]),
  ).toEqual([])
  expect(
    found([
      { tag: 'v1.2.0', commit: 'c1', at: into(2) },
      { tag: 'v1.2.1', commit: 'c2', at: into(2) },
    ]),
  ).toEqual([])
})

test('pre-releases neither fail nor repair', () => {
  expect(
    found([
      { tag: 'v1.2.0-rc.1', commit: 'c1' },
      { tag: 'v1.2.1-rc.1', commit: 'c2' },
      { tag: 'v1.3.0', commit: 'c3' },
    ]),
  ).toEqual([])
})

const reverting = (at: number) =>
  dailyCommits(30, (index) =>
    index === 20
      ? { at: into(0, 19), committed: at, reverts: ['c2'] }
      : index > 20
        ? { at: into(5, index) }
        : {},
  )

test('a release fails when one of its changes is reverted within fourteen days, and the first with the revert repairs it', () => {
  const releases = [
    { tag: 'v1.0.0', commit: 'c3', at: into(1) },
    { tag: 'v1.1.0', commit: 'c10', at: into(2) },
    { tag: 'v1.2.0', commit: 'c25', at: into(9) },
    { tag: 'v1.3.0', commit: 'c26', at: into(10) },
  ]
  expect(found(releases, reverting(into(3)))).toEqual(['v1.0.0 ← v1.2.0'])
  expect(found(releases, reverting(into(3) + 1000))).toEqual([])
})

test('a revert counts by the committer’s instant, not by what its author recorded', () => {
  const releases = [{ tag: 'v1.0.0', commit: 'c3', at: into(0, 4) }]
  expect(found(releases, reverting(into(2, 4) + 1000))).toEqual([])
  expect(found(releases, reverting(into(2, 4)))).toEqual(['v1.0.0 ← nothing yet'])
})

test('what was taken back before it reached anybody did not fail, even where a tag claims to be older', () => {
  expect(found([{ tag: 'v1.0.0', commit: 'c25', at: into(6) }], reverting(into(2)))).toEqual([])
  expect(found([{ tag: 'v1.0.0', commit: 'c25', at: into(1) }], reverting(into(2)))).toEqual([])
})

test('a revert made before a release that does not hold it says nothing about how that release fared', () => {
  expect(found([{ tag: 'v1.0.0', commit: 'c3', at: into(3) }], reverting(into(2)))).toEqual([])
})
