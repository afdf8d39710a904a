import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aHistory, type ACommit } from '../history/testing/a-history.ts'
import { degreeOfAuthorship } from './authorship.ts'
import { headFilesIn } from './scope-files.ts'
import { anEvidence, repositoryScope } from './testing/an-evidence.ts'
import { truckFactor } from './truck-factor.ts'

let clock = 0
const commit = (author: string, files: string, more: Partial<ACommit> = {}): ACommit => ({
  id: `c${clock++}`,
  at: Date.UTC(2026, 0, 1) + clock * 3_600_000,
  author,
  files: files.split(', '),
  ...more,
})
const times = (count: number, make: () => ACommit) => Array.from({ length: count }, make)
const factorOf = (commits: readonly ACommit[]) => {
  const evidence = anEvidence({ commits })
  return truckFactor(evidence, headFilesIn(evidence, repositoryScope))
}
const authorsOf = (commits: readonly ACommit[]) => factorOf(commits).people.length

test('the degree of authorship is the published sum', () => {
  // Maker with no change beside: 3.293 + 1.098 = 4.391.
  expect(degreeOfAuthorship(true, 0, 0)).toBeCloseTo(4.391, 10)
  // Three own changes, five by others: 3.293 + 0.492 − 0.321 × ln 6 (1.791759) = 3.785 − 0.575155 = 3.209845.
  expect(degreeOfAuthorship(false, 3, 5)).toBeCloseTo(3.209845, 5)
})

test('worked by hand: the maker stays author until others have changed far more', () => {
  // x made by ann, changed once by carol and ten times by bob, so eleven changes in all.
  //   ann    3.293 + 1.098           − 0.321 × ln 12 (2.484907) = 3.593345
  //   bob    3.293 + 0.164 × 10      − 0.321 × ln 2  (0.693147) = 4.710500   the highest; × 0.75 = 3.532875
  //   carol  3.293 + 0.164           − 0.321 × ln 11 (2.397895) = 2.687276
  // Authors: bob and ann (3.593 > 3.533). Both must go: factor 2, counted with 1 file each.
  const made = [commit('ann', 'A x'), commit('carol', 'M x')]
  expect(authorsOf([...made, ...times(10, () => commit('bob', 'M x'))])).toBe(2)
  // With twelve by bob: ann 4.391 − 0.321 × ln 14 (2.639057) = 3.543863,
  //   bob 3.293 + 1.968 − 0.222500 = 5.038500, × 0.75 = 3.778875. Ann is no author any more: factor 1.
  expect(authorsOf([...made, ...times(12, () => commit('bob', 'M x'))])).toBe(1)
})

test('worked by hand: the maker needs no 3.293, everybody else does', () => {
  // 31 people changed x once after ann made it. Ann: 4.391 − 0.321 × ln 32 (3.465736) = 3.278499, the highest of all;
  // each other one: 3.457 − 0.321 × ln 31 (3.433987) = 2.354690, which is under 0.75 × 3.278499 = 2.458874 as well.
  const crowd = Array.from({ length: 31 }, (_, n) => commit(`person ${n}`, 'M x'))
  expect(factorOf([commit('ann', 'A x'), ...crowd])).toMatchObject({ factor: 1, filesWithAuthor: 1 })
  // Made by a bot, the 31 are equal and all above three quarters of the highest, but none reaches 3.293.
  expect(factorOf([commit('robot', 'A x', { bot: true }), ...crowd]).filesWithAuthor).toBe(0)
})

test('worked by hand: people go one by one until fewer than half of the files have an author', () => {
  // Authors: ann a, b, c; carol c, d; bob d (the makers, co-makers included, all with 4.391).
  // 4 of 4 files have one: ann (3 files) goes; left c (carol), d (carol, bob): 2 of 4, still half.
  // Carol (2 files) goes; left d (bob): 1 of 4, fewer than half. Nobody has under a tenth of ann's 3. Factor 2.
  const commits = [
    commit('ann', 'A a, A b'),
    commit('ann', 'A c', { coauthors: ['carol'] }),
    commit('bob', 'A d', { coauthors: ['carol'] }),
  ]
  expect(factorOf(commits)).toMatchObject({ factor: 2, files: 4, filesWithAuthor: 4 })
})

test('worked by hand: those with under a tenth of the first one’s files are not counted at the end', () => {
  const together = (files: number, others: number) =>
    Array.from({ length: files }, (_, n) =>
      commit('ann', `A f${n}`, { coauthors: n < others ? [`other${n}`] : [] }),
    )
  // 20 files by ann, 11 of them each with another co-maker. Ann goes: 11 of 20. One goes: 10 of 20, still half.
  // One more: 9 of 20. Three are removed, but 1 file is under a tenth of 20: factor 1.
  expect(factorOf(together(20, 11)).factor).toBe(1)
  // 10 files, 6 with another. Ann goes: 6 of 10; one: 5 of 10; one more: 4 of 10. 1 is exactly a tenth of 10: factor 3.
  expect(factorOf(together(10, 6)).factor).toBe(3)
})

test('worked by hand: where too many files have no author from the start, the factor is 0', () => {
  // x and y are made by a bot and changed once by each of seven people; each of these has
  //   3.293 + 0.164 − 0.321 × ln 7 (1.945910) = 2.832363, which is under 3.293, and none of them made the file.
  const crowd = ['ann', 'b', 'c', 'd', 'e', 'f', 'g']
  const orphan = (path: string) => [
    commit('robot', `A ${path}`, { bot: true }),
    ...crowd.map((author) => commit(author, `M ${path}`)),
  ]
  const commits = [...orphan('x'), ...orphan('y'), commit('ann', 'A z')]
  expect(factorOf(commits)).toMatchObject({ factor: 0, files: 3, filesWithAuthor: 1 })
})

test('no file with an author gives no factor', () => {
  expect(factorOf([commit('robot', 'A x', { bot: true })]).factor).toBeNull()
  expect(factorOf([commit('ann', 'A x'), commit('ann', 'D x')]).factor).toBeNull()
})

test('making a file is no change to it, renaming is one, deleting on another branch is none', () => {
  // bob: one change of one in all: 3.293 + 0.164 = 3.457 ≥ 3.293 and > 0.75 × ann's 4.391 − 0.321 × ln 2 = 4.1685.
  expect(authorsOf([commit('ann', 'A x'), commit('bob', 'R x -> y')])).toBe(2)

  const root = commit('ann', 'A x')
  const gone = commit('bob', 'D x', { parents: [root.id] })
  const merge = commit('ann', '', { parents: [root.id, gone.id], files: [] })
  const evidence = anEvidence({ history: aHistory([root, gone, merge], { tree: ['x'] }) })
  expect(truckFactor(evidence, headFilesIn(evidence, repositoryScope)).factor).toBe(1)
})

test('a rename does not reset who knows a file', () => {
  const commits = [commit('ann', 'A old.ts'), ...times(9, () => commit('ann', 'M old.ts'))]
  expect(authorsOf([...commits, commit('bob', 'R old.ts -> new.ts')])).toBe(1)
})

test('whoever adds a file a second time, on another branch, has made it as well', () => {
  const root = commit('ann', 'A other')
  const here = commit('ann', 'A x', { parents: [root.id] })
  const there = commit('bob', 'A x', { parents: [root.id] })
  const merge = commit('ann', '', { parents: [here.id, there.id], files: [] })
  // x: ann and bob made it; other: ann. Ann goes first, then x still has bob: 1 of 2 files, so bob goes too.
  expect(factorOf([root, here, there, merge]).factor).toBe(2)
})

test('merges are not counted and squashed co-authors are', () => {
  const root = commit('ann', 'A x')
  const side = commit('ann', 'M x', { parents: [root.id] })
  const merges = commit('merger', '', { parents: [root.id, side.id], files: [] })
  expect(authorsOf([root, side, merges])).toBe(1)
  expect(authorsOf([commit('ann', 'A x', { coauthors: ['bob'] })])).toBe(2)
})

test('bots neither know a file nor take it from anybody', () => {
  const commits = [commit('ann', 'A x'), ...times(40, () => commit('robot', 'M x', { bot: true }))]
  expect(factorOf(commits)).toMatchObject({ factor: 1, filesWithAuthor: 1 })
})

test('generated files can be left out', () => {
  const commits = [
    commit('vendor', 'A lib/a, A lib/b, A lib/c'),
    commit('ann', 'A x', { coauthors: ['bob'] }),
  ]
  const evidence = anEvidence({ commits, generated: ['lib/a', 'lib/b', 'lib/c'] })
  const files = headFilesIn(evidence, repositoryScope)
  expect(truckFactor(evidence, files).factor).toBe(1)
  expect(truckFactor(evidence, files, { withGenerated: false })).toMatchObject({ factor: 2, files: 1 })
})

test('of two with as many files the one with more changes goes first, whatever was read first', () => {
  // Files: a by ann, b by bob (3 changes), ab by both. Both have two files. Bob first: a and ab are left, 2 of 3; then
  // ann. Reading bob's or ann's commits first must not matter.
  const commits = [
    { ...commit('ann', 'A a, A ab', { coauthors: [] }), id: 'r', parents: [] },
    { ...commit('bob', 'A b'), id: 's', parents: ['r'] },
    { ...commit('bob', 'M b, M ab'), id: 't', parents: ['s'] },
    { ...commit('bob', 'M b, M ab'), id: 'u', parents: ['t'] },
  ]
  const people = (listed: readonly ACommit[]) => {
    const evidence = anEvidence({ commits: listed })
    const { people } = truckFactor(evidence, headFilesIn(evidence, repositoryScope))
    const ofBob = evidence.history.author[evidence.history.length - 1]
    return people.map((person) => (person === ofBob ? 'bob' : 'ann'))
  }
  expect(people(commits)).toEqual(['bob', 'ann'])
  const [first, ...rest] = commits
  expect(people([...rest.slice(0, -1), first!, ...rest.slice(-1)])).toEqual(['bob', 'ann'])
})

test('of two who are equal in everything the one who came first goes first, whatever was read first', () => {
  // Five files: ann and bob made f1 and f2 together, zoe f3 and f4, a bot f5. Ann, bob and zoe have two files each.
  // Ann goes: 4 of 5; bob: 2 of 5, under half. Factor 2. (With zoe first it would be 2 of 5 at once.)
  const commits: ACommit[] = [
    { ...commit('ann', 'A f1, A f2', { coauthors: ['bob'] }), id: 'first', parents: [] },
    { ...commit('zoe', 'A f3, A f4'), id: 'second', parents: ['first'] },
    { ...commit('robot', 'A f5', { bot: true }), id: 'third', parents: ['second'] },
  ]
  expect(factorOf(commits).factor).toBe(2)
  expect(factorOf([commits[1]!, commits[0]!, commits[2]!]).factor).toBe(2)
})

// An independent, slow calculation: it knows nothing of histories, columns or files by number.
interface Step {
  readonly who: string
  readonly also: string | null
  readonly does: readonly { readonly what: 'A' | 'M' | 'R' | 'D'; readonly pick: number }[]
}

const aStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom('ann', 'bob', 'carol', 'dan', 'robot'),
  also: fc.option(fc.constantFrom('ann', 'bob', 'eve'), { freq: 4 }),
  does: fc.array(
    fc.record({ what: fc.constantFrom('A', 'M', 'M', 'M', 'R', 'D' as const), pick: fc.nat(99) }),
    { minLength: 1, maxLength: 4 },
  ),
})

interface Deed {
  readonly people: readonly string[]
  readonly made: boolean
}

test('a plain calculation over paths gives the same factor for any history', () => {
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 1, maxLength: 40 }), (steps) => {
      const { commits, deeds, order } = play(steps)
      expect(factorOf(commits).factor).toBe(plainFactor([...deeds.values()], order))
    }),
    { numRuns: 300 },
  )
})

function play(steps: readonly Step[]) {
  const deeds = new Map<string, Deed[]>()
  let names = 0
  const commits = steps.map(({ who, also, does }) => {
    const people = [who, ...(also === null || also === who ? [] : [also])].filter((name) => name !== 'robot')
    const touched = new Set<string>()
    const files: string[] = []
    for (const { what, pick } of does) {
      const path = [...deeds.keys()].filter((each) => !touched.has(each))[pick % Math.max(1, deeds.size)]
      if (what === 'A' || path === undefined) {
        const added = `f${names++}`
        touched.add(added)
        deeds.set(added, [{ people, made: true }])
        files.push(`A ${added}`)
        continue
      }
      const before = deeds.get(path) ?? []
      deeds.delete(path)
      const after = what === 'R' ? `f${names++}` : path
      touched.add(path).add(after)
      if (what !== 'D') deeds.set(after, [...before, { people, made: false }])
      files.push(what === 'R' ? `R ${path} -> ${after}` : `${what} ${path}`)
    }
    return commit(who, '', { files, bot: who === 'robot', coauthors: also === null ? [] : [also] })
  })
  const order = [...new Set(steps.flatMap(({ who, also }) => [who, also ?? who]))]
  return { commits, deeds, order }
}

function plainFactor(files: readonly (readonly Deed[])[], order: readonly string[]): number | null {
  const authors = files.map((deeds) => {
    const changes = deeds.filter((deed) => !deed.made && deed.people.length > 0)
    const degrees = new Map<string, { degree: number; made: boolean }>()
    for (const name of new Set(deeds.flatMap((deed) => deed.people))) {
      const made = deeds.some((deed) => deed.made && deed.people.includes(name))
      const own = changes.filter((deed) => deed.people.includes(name)).length
      const degree = 3.293 + (made ? 1.098 : 0) + 0.164 * own - 0.321 * Math.log(1 + changes.length - own)
      degrees.set(name, { degree, made })
    }
    const best = Math.max(...[...degrees.values()].map(({ degree }) => degree))
    return [...degrees]
      .filter(([, { degree, made }]) => degree / best > 0.75 && (degree >= 3.293 || made))
      .map(([name]) => name)
  })
  const everybody = [...new Set(authors.flat())]
  if (everybody.length === 0) return null
  const filesOf = (name: string) => authors.filter((names) => names.includes(name)).length
  const changesOf = (name: string) =>
    files.flat().filter((deed) => deed.people.includes(name) && !deed.made).length +
    files.filter((deeds) => deeds.some((deed) => deed.made && deed.people.includes(name))).length
  const gone: string[] = []
  while (gone.length < everybody.length) {
    const covered = authors.filter((names) => names.some((name) => !gone.includes(name))).length
    if (covered / files.length < 0.5) break
    const left = everybody.filter((name) => !gone.includes(name))
    left.sort(
      (a, b) => filesOf(b) - filesOf(a) || changesOf(b) - changesOf(a) || order.indexOf(a) - order.indexOf(b),
    )
    gone.push(left[0]!)
  }
  return gone.filter((name) => filesOf(name) / filesOf(gone[0]!) >= 0.1).length
}
