import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { silentFiles } from './knowledge-silent-files.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const asOf = '2026-11-22T12:00Z'
const silentPaths = (commits: readonly ACommit[], more: EvidenceParts = {}) =>
  silentFiles(anEvidence({ commits, asOf, ...more }), repositoryScope).map(({ path }) => path)

const made: ACommit[] = [
  { id: 'a', at: '2024-01-10', author: 'ann', files: ['A web/old'] },
  { id: 'b', at: '2024-02-10', author: 'bob', files: ['A web/shared'], coauthors: ['ann'] },
  { id: 'c', at: '2024-03-10', author: 'bob', files: ['A api/bobs'] },
]

test('a file is silent when all its authors are, the longest unchanged first', () => {
  const bobIsBack: ACommit = { id: 'd', at: '2026-11-01', author: 'bob', files: ['A api/new'] }
  expect(silentPaths(made)).toEqual(['web/old', 'web/shared', 'api/bobs'])
  expect(silentPaths([...made, bobIsBack])).toEqual(['web/old'])
})

test('a merge shows that somebody is there', () => {
  const merge: ACommit = { id: 'm', at: '2026-11-01', author: 'ann', parents: ['c', 'a'] }
  expect(silentPaths([...made, merge])).toEqual(['api/bobs'])
})

test('silence begins after 180 days, counted to the second from what the author recorded', () => {
  // 2026-11-22T12:00Z minus 180 days is 2026-05-26T12:00Z; the window's end lies a second after as-of.
  const lastWord = (at: string): ACommit => ({
    id: 'd',
    at,
    committed: '2026-11-01',
    author: 'ann',
    files: ['A web/x'],
  })
  expect(silentPaths([...made, lastWord('2026-05-26T12:00:00Z')])).toContain('web/old')
  expect(silentPaths([...made, lastWord('2026-05-26T12:00:01Z')])).not.toContain('web/old')
})

test('a clock in the future does not keep anybody present', () => {
  const misdated: ACommit = {
    id: 'd',
    at: '2038-01-01',
    committed: '2024-04-01',
    author: 'ann',
    files: ['M web/old'],
  }
  expect(silentPaths([...made, misdated])).toContain('web/old')
})

test('generated files, files that only bots wrote and shallow clones are not in the list', () => {
  const bots: ACommit = { id: 'd', at: '2024-05-01', author: 'robot', bot: true, files: ['A bots'] }
  expect(silentPaths([...made, bots], { generated: ['web/old'] })).toEqual(['web/shared', 'api/bobs'])
  expect(silentPaths(made, { boundaryCommits: 1 })).toEqual([])
})

test('a row tells its component and whole days', () => {
  const evidence = anEvidence({ commits: made, asOf, components: { web: ['web/'], api: ['api/'] } })
  expect(silentFiles(evidence, componentScope('api'))).toEqual([
    // From 2024-03-10 to 2026-11-22: 987 days.
    { file: 2, path: 'api/bobs', component: 1, daysSinceLastChange: 987 },
  ])
})
