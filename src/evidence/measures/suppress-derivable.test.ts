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

test('whatever the cells, no shown cell and no remainder is smaller than five people', () => {
  const letters = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 6 }), (rows) => {
      const { all, cells, personOf } = table(...rows)
      const shown = suppressDerivable(all, cells, personOf, 5)
      const inShown = new Set(cells.filter(({ name }) => shown.has(name)).flatMap(({ facts }) => facts))
      const remainder = all.filter((fact) => !inShown.has(fact))
      const hasFive = (facts: readonly number[]) => new Set(facts.map(personOf)).size >= 5
      expect(cells.filter(({ name }) => shown.has(name)).every(({ facts }) => hasFive(facts))).toBe(true)
      expect(shown.size === 0 || remainder.length === 0 || hasFive(remainder)).toBe(true)
    }),
  )
})
