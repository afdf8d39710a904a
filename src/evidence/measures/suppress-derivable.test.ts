import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suppressDerivable, type Cell } from './suppress-derivable.ts'

/** A fact for each letter, written by the person of that letter; `AA` are two facts of one person. */
function table(...rows: readonly string[]) {
  const people: string[] = []
  const cells = rows.map((letters, row): Cell => ({
    name: `cell ${row}`,
    facts: letters.split('').map((letter) => people.push(letter) - 1),
  }))
  const all = people.map((_, fact) => fact)
  const personOf = (fact: number) => people[fact]!.charCodeAt(0)
  return { all, cells, personOf }
}
const shownOf = (...rows: readonly string[]) => {
  const { all, cells, personOf } = table(...rows)
  return [...suppressDerivable(all, cells, personOf, 5)].sort()
}

test('cells of at least five people are shown as long as nothing remains', () => {
  expect(shownOf('ABCDE', 'ABCDEF')).toEqual(['cell 0', 'cell 1'])
})

test('a single small cell takes a second one with it, the one with the fewest people', () => {
  expect(shownOf('ABCDEFG', 'ABCDE', 'AB')).toEqual(['cell 0'])
})

test('small cells that together have five people need no cover', () => {
  expect(shownOf('ABCDE', 'AAA', 'BCDE')).toEqual(['cell 0'])
})

test('small cells that together still have too few take a second one with them', () => {
  expect(shownOf('ABCDEF', 'ABCDE', 'AB', 'BC')).toEqual(['cell 0'])
})

test('of equals the one with fewer facts goes, then the last by name', () => {
  expect(shownOf('ABCDEE', 'ABCDE', 'A')).toEqual(['cell 0'])
  expect(shownOf('ABCDE', 'ABCDE', 'A')).toEqual(['cell 0'])
})

test('what lies in no cell at all is protected like a cell', () => {
  const { all, cells, personOf } = table('ABCDE', 'ABCDEFG', 'A')
  expect([...suppressDerivable(all, cells.slice(0, 2), personOf, 5)]).toEqual(['cell 1'])
})

/** Cells given as the facts they hold; the person of each fact is a letter. */
function overlapping(people: string, ...cells: readonly (readonly number[])[]) {
  const personOf = (fact: number) => people.charCodeAt(fact)
  const all = Array.from(people, (_, fact) => fact)
  const named = cells.map((facts, cell): Cell => ({ name: `cell ${cell}`, facts }))
  return [...suppressDerivable(all, named, personOf, 5)].sort()
}

test('a cell is not shown when the whole without it is one person, even where another cell covers that person', () => {
  // Five people in both cells, F in the second alone: the whole minus the first is F.
  expect(overlapping('ABCDEF', [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5])).toEqual(['cell 1'])
})

test('of two cells of which one minus the other is one person, the smaller is not shown', () => {
  // The whole minus either leaves five people or more; the second minus the first is F.
  const rest = [6, 7, 8, 9, 10]
  expect(overlapping('ABCDEFGHIJK', [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5], rest)).toEqual(['cell 1', 'cell 2'])
})

test('cells that overlap in many people on all sides are all shown', () => {
  const people = 'ABCDEFGHIJKLMNO'
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n)
  expect(overlapping(people, range(0, 10), range(5, 15))).toEqual(['cell 0', 'cell 1'])
})

test('hundreds of cells that all overlap are judged in well under a second', () => {
  const facts = Array.from({ length: 10_000 }, (_, fact) => fact)
  const cells = Array.from({ length: 400 }, (_, cell) => ({
    name: `cell ${cell}`,
    facts: facts.filter((fact) => fact % 400 === cell || fact % 397 === cell),
  }))
  const started = performance.now()
  suppressDerivable(facts, cells, (fact) => fact % 7, 5)
  expect(performance.now() - started).toBeLessThan(1000)
})

test('whatever the cells, nothing between one and four people can be had by subtraction', () => {
  const rows = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 8, max: 24 }))
    .chain(([cells, people]) =>
      fc.array(fc.record({ person: fc.nat(people - 1), cells: fc.uniqueArray(fc.nat(cells - 1)) }), {
        minLength: 10,
        maxLength: 120,
        size: 'max',
      }),
    )
  const seen = { shown: 0 }
  fc.assert(
    fc.property(rows, (facts) => {
      const all = facts.map((_, fact) => fact)
      const cells = [0, 1, 2, 3, 4].map((cell): Cell => ({
        name: `cell ${cell}`,
        facts: all.filter((fact) => facts[fact]!.cells.includes(cell)),
      }))
      const names = suppressDerivable(all, cells, (fact) => facts[fact]!.person, 5)
      const shown = cells.filter(({ name }) => names.has(name)).map((cell) => new Set(cell.facts))
      const peopleIn = (chosen: readonly number[]) => new Set(chosen.map((fact) => facts[fact]!.person)).size
      const isSafe = (chosen: readonly number[]) => chosen.length === 0 || peopleIn(chosen) >= 5
      for (const cell of shown) {
        seen.shown++
        expect(peopleIn([...cell])).toBeGreaterThanOrEqual(5)
        for (const other of shown) expect(isSafe([...cell.difference(other)])).toBe(true)
      }
      for (let some = 1; some < 2 ** shown.length; some++) {
        const without = shown.filter((_, at) => (some >> at) % 2 === 1)
        expect(isSafe(all.filter((fact) => without.every((cell) => !cell.has(fact))))).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
  expect(seen.shown).toBeGreaterThan(100)
})
