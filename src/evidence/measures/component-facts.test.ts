import { expect, test } from 'vitest'
import { componentFacts } from './component-facts.ts'
import { anEvidence } from './testing/an-evidence.ts'

const commits = [
  { id: 'a', at: '2020-01-05', author: 'ann', files: ['A web/a', 'A api/a', 'A old/a', 'A README'] },
  { id: 'b', at: '2026-01-06', author: 'bob', files: ['M api/a', 'A api/b'], coauthors: ['carol'] },
  { id: 'c', at: '2026-01-07', author: 'robot', bot: true, files: ['M web/a', 'M api/a'] },
  { id: 'd', at: '2026-01-08', author: 'ann', files: ['M web/a'] },
  { id: 'e', at: '2026-01-09', author: 'ann', files: ['R web/a -> web/moved'] },
]
const components = { web: ['web/'], api: ['api/'], old: ['old/'] }

test('each component tells its files, its changes of a year, its people in bands and its truck factor', () => {
  expect(componentFacts(anEvidence({ commits, components }))).toEqual([
    {
      name: 'web',
      paths: ['web/'],
      files: 1,
      changes365: 2,
      people365: '1',
      truckFactor: 1,
      keyPersonRisk: true,
    },
    // a: ann made it, bob and carol changed it once (3.457 ≥ 0.75 × (4.391 − 0.2225)); b: bob and carol.
    // Bob (2 files) goes: both still have carol. Carol goes: a still has ann, 1 of 2. Ann goes. None is under a tenth.
    {
      name: 'api',
      paths: ['api/'],
      files: 2,
      changes365: 1,
      people365: '2-4',
      truckFactor: 3,
      keyPersonRisk: false,
    },
    {
      name: 'old',
      paths: ['old/'],
      files: 1,
      changes365: 0,
      people365: '1',
      truckFactor: 1,
      keyPersonRisk: true,
    },
  ])
})

test('a shallow clone has no truck factor and claims no risk', () => {
  const [web] = componentFacts(anEvidence({ commits, components, boundaryCommits: 1 }))
  expect(web).toMatchObject({ files: 1, truckFactor: null, keyPersonRisk: false })
})

test('thousands of components cost their files, not their number times all files', () => {
  const count = 5000
  const paths = Array.from({ length: 4 * count }, (_, n) => `c${n % count}/f${n}`)
  const evidence = anEvidence({
    commits: [{ id: 'a', at: '2026-01-05', author: 'ann', files: paths.map((path) => `A ${path}`) }],
  })
  const names = Array.from({ length: count }, (_, n) => `c${n}`)
  const many = {
    ...evidence,
    components: names.map((name) => ({ name, paths: [`${name}/`] })),
    componentOf: Int32Array.from(evidence.history.files, (path) => Number(path.slice(1, path.indexOf('/')))),
  }
  const started = performance.now()
  const facts = componentFacts(many)
  expect(performance.now() - started).toBeLessThan(700)
  expect(facts).toHaveLength(count)
  expect(facts.every(({ files, truckFactor }) => files === 4 && truckFactor === 1)).toBe(true)
})
