import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { keyPersonRisk } from './knowledge-key-person-risk.ts'
import { anEvidence, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const asOf = '2026-11-22T12:00Z'
const components = { web: ['web/'], api: ['api/'] }
const risk = (commits: readonly ACommit[], more: EvidenceParts = {}) => {
  const evidence = anEvidence({ commits, asOf, components, ...more })
  return keyPersonRisk.compute(evidence, repositoryScope, keyPersonRisk.window(evidence.asOf, 13))
}

// web is ann's alone (factor 1), api is ann's and bob's (factor 2).
const made: ACommit[] = [
  { id: 'a', at: '2024-01-10', author: 'ann', files: ['A web/a'] },
  { id: 'b', at: '2024-01-11', author: 'ann', files: ['A api/a'], coauthors: ['bob'] },
]
const change = (id: string, files: readonly string[], more: Partial<ACommit> = {}): ACommit => ({
  id,
  at: '2026-11-01',
  author: 'ann',
  coauthors: ['bob'].slice(0, files.includes('M web/a') ? 0 : 1),
  files,
  ...more,
})

test('components with truck factor 1 weigh as much as their delivered changes of 90 days', () => {
  const commits = [
    ...made,
    change('c', ['M web/a']),
    change('d', ['M api/a']),
    change('e', ['M web/a', 'M api/a']),
  ]
  // Touches: web 2 (c, e), api 2 (d, e). At risk: web. 2 of 4, from 3 delivered changes.
  expect(risk(commits)).toEqual({ value: 0.5, sample: 3, parts: { componentsAtRisk: 1, silentFiles: 0 } })
})

test('a merge and what it brings in are one delivered change, whether squashed or not', () => {
  const branch = [
    change('c', ['M web/a'], { parents: ['b'] }),
    change('d', ['M web/a'], { parents: ['c'] }),
    change('m', [], { parents: ['b', 'd'] }),
  ]
  const last = change('e', ['M api/a'])
  expect(risk([...made, ...branch, last])).toMatchObject({ value: 0.5, sample: 2 })
  expect(risk([...made, change('squash', ['M web/a']), last])).toMatchObject({ value: 0.5, sample: 2 })
})

test('what bots deliver and what lies before the 90 days does not weigh', () => {
  const commits = [
    ...made,
    change('before', ['M web/a'], { at: '2026-08-24T12:00:00Z' }),
    change('bots', ['M web/a'], { author: 'robot', bot: true }),
    change('d', ['M api/a']),
  ]
  expect(risk(commits)).toMatchObject({ value: 0, sample: 1 })
  // The first second of the window.
  const edge = [
    ...made,
    change('edge', ['M web/a'], { at: '2026-08-24T12:00:01Z' }),
    change('d', ['M api/a']),
  ]
  expect(risk(edge)).toMatchObject({ value: 0.5, sample: 2 })
})

test('without a change in 90 days there is no figure, and the silent files are told all the same', () => {
  expect(risk(made)).toEqual({
    value: null,
    reason: { code: 'too-few', what: 'changes', needed: 1, got: 0 },
    sample: 0,
    parts: { componentsAtRisk: 1, silentFiles: 2 },
  })
  expect(risk(made, { boundaryCommits: 1 }).reason).toEqual({ code: 'no-data', source: 'whole-history' })
})
