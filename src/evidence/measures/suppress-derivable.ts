/** One cell of a person-near table: the facts that a figure of it would be computed from. */
export interface Cell {
  readonly name: string
  readonly facts: readonly number[]
}

/** Facts that lie in the same cells, told by their positions; a cell that is held back is taken out. */
interface Atom {
  readonly cells: Set<number>
  readonly people: Set<number>
}

interface Table {
  readonly needed: number
  readonly atoms: readonly Atom[]
  readonly inCell: readonly Set<Atom>[]
  readonly outside: Set<Atom>
  readonly shown: Set<number>
}

/**
 * Names of the cells that may be shown beside a total over `all` facts. Each has at least `needed` people; and so has, or
 * is empty, whatever can be had by subtraction: the total without any one or more of the shown cells, and one of them
 * without another. Where that fails a cell of those concerned is held back, the one with the fewest people (of equals the
 * one with the fewest facts, then the last by name), until it holds. Cells may overlap and need not make up the whole.
 */
export function suppressDerivable(
  all: readonly number[],
  cells: readonly Cell[],
  personOf: (fact: number) => number,
  needed: number,
): Set<string> {
  const ranked = cells
    .map((cell) => ({ ...cell, people: new Set(cell.facts.map(personOf)).size }))
    .filter((cell) => cell.people >= needed)
    .sort((a, b) => b.people - a.people || b.facts.length - a.facts.length || (a.name < b.name ? -1 : 1))
  const table = tableOf(all, ranked, personOf, needed)
  let before: number
  do {
    before = table.shown.size
    holdSmallDifferences(table)
    holdSmallRests(table)
  } while (table.shown.size < before)
  return new Set(ranked.filter((_, position) => table.shown.has(position)).map((cell) => cell.name))
}

function tableOf(
  all: readonly number[],
  cells: readonly Cell[],
  personOf: (fact: number) => number,
  needed: number,
): Table {
  const cellsOf = new Map<number, number[]>(all.map((fact) => [fact, []]))
  for (const [position, { facts }] of cells.entries()) {
    for (const fact of facts) cellsOf.get(fact)?.push(position)
  }
  const byCells = new Map<string, Atom>()
  for (const [fact, positions] of cellsOf) {
    const key = positions.join()
    const atom = byCells.get(key) ?? { cells: new Set(positions), people: new Set() }
    byCells.set(key, atom)
    atom.people.add(personOf(fact))
  }
  // Those of few cells first: they make up most of every rest and difference, so that counting soon ends.
  const atoms = [...byCells.values()].sort((a, b) => a.cells.size - b.cells.size)
  const inCell = cells.map(() => new Set<Atom>())
  for (const atom of atoms) for (const cell of atom.cells) inCell[cell]?.add(atom)
  const outside = new Set(atoms.filter((atom) => atom.cells.size === 0))
  return { needed, atoms, inCell, outside, shown: new Set(cells.keys()) }
}

function hold({ inCell, outside, shown }: Table, cell: number): void {
  shown.delete(cell)
  for (const atom of inCell[cell] ?? []) {
    atom.cells.delete(cell)
    if (atom.cells.size === 0) outside.add(atom)
  }
}

function holdSmallDifferences(table: Table): void {
  for (const a of table.shown) {
    const own = table.inCell[a] ?? new Set()
    const alone = peopleOf(own, (atom) => atom.cells.size === 1, table.needed)
    // The facts of the cell alone belong to every difference from it.
    if (alone >= table.needed) continue
    for (const b of table.shown) {
      if (a === b) continue
      const people = peopleOf(own, (atom) => !atom.cells.has(b), table.needed)
      if (people === 0 || people >= table.needed) continue
      hold(table, Math.max(a, b))
      if (a > b) break
    }
  }
}

/**
 * Whatever the total leaves without some cells holds, with any fact, all facts that lie in no other cells than that one
 * does. So it is enough to look at these smallest rests, one for each atom, and not at every choice of cells.
 */
function holdSmallRests(table: Table): void {
  for (const { cells: kept } of table.atoms) {
    while (kept.size < table.shown.size && isSmallRest(table, kept)) {
      hold(table, Math.max(...table.shown.difference(kept)))
    }
  }
}

function isSmallRest({ inCell, outside, needed }: Table, kept: ReadonlySet<number>): boolean {
  const candidates = [outside, ...Array.from(kept, (cell) => inCell[cell] ?? new Set<Atom>())]
  const people = new Set<number>()
  for (const atoms of candidates) {
    for (const atom of atoms) {
      if (!atom.cells.isSubsetOf(kept)) continue
      for (const person of atom.people) people.add(person)
      if (people.size >= needed) return false
    }
  }
  return people.size > 0
}

/** How many people stand behind the chosen atoms; beyond what is needed it need not be exact. */
function peopleOf(atoms: Iterable<Atom>, isChosen: (atom: Atom) => boolean, needed: number): number {
  const people = new Set<number>()
  for (const atom of atoms) {
    if (!isChosen(atom)) continue
    for (const person of atom.people) people.add(person)
    if (people.size >= needed) break
  }
  return people.size
}
