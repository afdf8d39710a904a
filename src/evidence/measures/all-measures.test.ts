import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { allMeasures } from './all-measures.ts'
import { arrivalsIn } from './arrivals.ts'
import { authorship } from './authorship.ts'
import { componentFacts } from './component-facts.ts'
import { couplings } from './coupling.ts'
import { reviewTime } from './delivery-review-time.ts'
import type { Evidence } from './evidence.ts'
import { onboarding } from './knowledge-onboarding.ts'
import { silentFiles } from './knowledge-silent-files.ts'
import type { Figure, Scope } from './measure.ts'
import { outOfHours } from './pace-out-of-hours.ts'
import { repairs } from './release-repairs.ts'
import { changesIn } from './scope-changes.ts'
import { headFilesIn } from './scope-files.ts'
import { anEvidence, repositoryScope } from './testing/an-evidence.ts'

const figuresOf = (evidence: Evidence) => {
  const figures = new Map<string, Figure>()
  for (const measure of allMeasures) {
    const components = evidence.components.map(({ name }): Scope => ({ kind: 'component', name }))
    for (const scope of [repositoryScope, ...components].filter(({ kind }) =>
      measure.scopes.includes(kind),
    )) {
      const figure = measure.compute(evidence, scope, measure.window(evidence.asOf, 13))
      figures.set(`${measure.id} of ${scope.name}`, figure)
    }
  }
  return figures
}

// 600 changes in a year and a half by seven people and a bot, with branches, renames and two components.
const commits: ACommit[] = Array.from({ length: 600 }, (_, n) => {
  const path = (k: number) => `${(n * k) % 3 === 0 ? 'web' : 'api'}/f${(n * k) % 23}`
  return {
    id: `c${n}`,
    at: Date.UTC(2025, 4, 1) + n * 22 * 3_600_000,
    parents: n === 0 ? [] : n % 10 === 0 ? [`c${n - 1}`, `c${n - 5}`] : [`c${n % 10 === 6 ? n - 5 : n - 1}`],
    author: `person ${(n * n + 3) % 11 === 0 ? 'robot' : (n * 5 + (n >> 3)) % 7}`,
    bot: (n * n + 3) % 11 === 0,
    coauthors: n % 9 === 0 ? [`person ${n % 7}`] : [],
    offset: (n % 5) * 60 - 120,
    files: n % 10 === 0 && n > 0 ? [] : [`M ${path(7)}`, ...(n % 3 === 0 ? [`M ${path(7)}.test`] : [])],
  }
})
const busy = {
  asOf: Date.UTC(2026, 10, 1),
  components: { web: ['web/'], api: ['api/'] },
  releases: [
    { tag: 'v1.0.0', commit: 'c300' },
    { tag: 'v1.1.0', commit: 'c580' },
  ],
}
const reviews = Array.from({ length: 40 }, (_, n) => {
  const opened = Date.UTC(2026, 7, 3) + n * 86_400_000
  return { id: `r${n}`, opened, merged: opened + 3_600_000, commit: `c${590 - n}` }
})

test('every measure says in both languages what it is, when it has no figure and where it comes from', () => {
  expect(new Set(allMeasures.map(({ id }) => id)).size).toBe(allMeasures.length)
  const silent = allMeasures.filter((measure) => {
    const texts = [
      measure.title,
      measure.definition,
      measure.sampleRule,
      ...Object.values(measure.partNames ?? {}),
    ]
    return measure.sources.length === 0 || texts.some(({ en, de }) => en.trim() === '' || de.trim() === '')
  })
  expect(silent).toEqual([])
  const untranslated = allMeasures.filter(({ definition }) => definition.en === definition.de)
  expect(untranslated).toEqual([])
})

test('a measure whose unit is a bare number says in both languages what it counts', () => {
  const bare = allMeasures.filter(({ unit }) => unit === 'count' || unit === 'lines')
  expect(bare.filter(({ counted }) => counted === undefined)).toEqual([])
  for (const { counted } of bare) {
    for (const text of [counted?.one, counted?.other]) expect(text?.en).not.toBe(text?.de)
  }
})

test('measures near to people show no commits and never follow the weeks asked for', () => {
  const figures = figuresOf(anEvidence({ commits, ...busy, reviews }))
  const nearToPeople = allMeasures.filter((measure) => measure.personNear)
  expect(nearToPeople).toEqual([reviewTime, onboarding, outOfHours])
  for (const measure of nearToPeople) {
    expect(figures.get(`${measure.id} of shop`)).not.toHaveProperty('facts')
    expect(measure.window(busy.asOf, 2)).toEqual(measure.window(busy.asOf, 13))
  }
})

test('a minute later nothing is reckoned anew that as-of does not change', () => {
  const evidence = anEvidence({ commits, ...busy })
  const later = { ...evidence, asOf: evidence.asOf + 60_000 }
  const web: Scope = { kind: 'component', name: 'web' }
  expect(authorship(later)).toBe(authorship(evidence))
  expect(changesIn(later, web)).toBe(changesIn(evidence, web))
  expect(headFilesIn(later, web)).toBe(headFilesIn(evidence, web))
  expect(arrivalsIn(later, web)).toBe(arrivalsIn(evidence, web))
  expect(repairs(later)).toBe(repairs(evidence))
  expect(couplings(later, repositoryScope)[0]).toBe(couplings(evidence, repositoryScope)[0])
})

test('what a later as-of does change is reckoned anew', () => {
  const evidence = anEvidence({ commits, ...busy })
  const before = { ...evidence, asOf: (evidence.releases[1]?.at ?? 0) - 1 }
  expect([before, evidence, before].map((each) => arrivalsIn(each, repositoryScope).list.length)).toEqual([
    1, 2, 1,
  ])
  const fresh = (asOf: number) => anEvidence({ commits, ...busy, asOf })
  const later = { ...evidence, asOf: evidence.asOf + 40 * 86_400_000 }
  figuresOf(evidence)
  expect(figuresOf(later)).toEqual(figuresOf(fresh(later.asOf)))
  expect(couplings(later, repositoryScope)).toEqual(couplings(fresh(later.asOf), repositoryScope))
  expect(silentFiles(later, repositoryScope)).toEqual(silentFiles(fresh(later.asOf), repositoryScope))
})

test('every measure that leaves bots out says so in both languages', () => {
  for (const { definition, partNames } of allMeasures.filter((each) => each.partNames?.['bots'])) {
    expect(definition.en).toMatch(/\bbots?\b/i)
    expect(definition.de).toMatch(/\bBots?\b/)
    expect(partNames?.['bots']?.de).toContain('Bots')
  }
})

test('an empty repository has reasons and no zeros', () => {
  const told = [...figuresOf(anEvidence({}))].filter(
    ([, { value, reason }]) => value !== null || reason === undefined,
  )
  expect(told).toEqual([])
})

test('a figure has a value or a reason, and names its parts and what it dropped', () => {
  const figures = figuresOf(anEvidence({ commits, ...busy }))
  const unclear = [...figures].filter(([, { value, reason }]) => (value === null) !== (reason !== undefined))
  expect(unclear).toEqual([])
  const unnamed = allMeasures.flatMap(({ id, partNames }) => {
    const { parts, dropped } = figures.get(`${id} of shop`) ?? {}
    return Object.keys({ ...parts, ...dropped }).filter((part) => partNames?.[part] === undefined)
  })
  expect(unnamed).toEqual([])
})

test('no figure and no table depends on the order in which commits were read', () => {
  const answers = (listed: readonly ACommit[]) => {
    const evidence = anEvidence({ commits: listed.concat(commits.slice(-1)), ...busy })
    const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path)
    const pairs = couplings(evidence, repositoryScope).map(({ a, b, degree }) => [a, b, degree])
    return [
      [...figuresOf(evidence)],
      componentFacts(evidence),
      paths(silentFiles(evidence, repositoryScope)),
      pairs,
    ]
  }
  const expected = answers(commits.slice(0, -1))
  const others = commits.slice(0, -1)
  fc.assert(
    fc.property(fc.shuffledSubarray(others, { minLength: others.length }), (shuffled) => {
      expect(answers(shuffled)).toEqual(expected)
    }),
    { numRuns: 10 },
  )
})
