/** One cell of a person-near table: the facts that a figure of it would be computed from. */
export interface Cell {
  readonly name: string
  readonly facts: readonly number[]
}

/**
 * Names of the cells that may be shown beside a total over `all` facts: those with at least `needed` people, as long as
 * what remains of the total without them has as many people too, or is empty. A remainder of fewer could be derived by
 * subtraction; so the cell with the fewest people (of equals with the fewest facts, then the last by name) joins it,
 * until it cannot. Cells may overlap and need not make up the whole.
 */
export function suppressDerivable(
  all: readonly number[],
  cells: readonly Cell[],
  personOf: (fact: number) => number,
  needed: number,
): Set<string> {
  const peopleIn = (facts: readonly number[]) => new Set(facts.map(personOf)).size
  const shown = cells
    .map((cell) => ({ ...cell, people: peopleIn(cell.facts) }))
    .filter((cell) => cell.people >= needed)
    .sort((a, b) => b.people - a.people || b.facts.length - a.facts.length || (a.name < b.name ? -1 : 1))
  while (shown.length > 0) {
    const covered = new Set(shown.flatMap((cell) => cell.facts))
    const remainder = all.filter((fact) => !covered.has(fact))
    if (remainder.length === 0 || peopleIn(remainder) >= needed) break
    shown.pop()
  }
  return new Set(shown.map((cell) => cell.name))
}
