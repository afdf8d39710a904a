export type SortValue = string | number | null

export interface Sort {
  readonly column: string
  readonly descending: boolean
}

/** Reads `hotspots.score.down` for the table `hotspots`; another table's order is none of this one's. */
export function parseSort(text: string | undefined, table: string): Sort | null {
  const [name, column, direction] = text?.split('.') ?? []
  if (name !== table || column === undefined) return null
  return { column, descending: direction === 'down' }
}

export function sortText(table: string, { column, descending }: Sort): string {
  return `${table}.${column}.${descending ? 'down' : 'up'}`
}

/** The next order after a press on a column's head: largest first for numbers, then the other way round. */
export function nextSort(current: Sort | null, column: string, isNumber: boolean): Sort {
  if (current?.column === column) return { column, descending: !current.descending }
  return { column, descending: isNumber }
}

/** Rows in order; what has no value comes last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  descending: boolean,
  language: string,
): readonly Row[] {
  const words = new Intl.Collator(language, { numeric: true })
  const sign = descending ? -1 : 1
  return rows.toSorted((left, right) => {
    const a = valueOf(left)
    const b = valueOf(right)
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return (
      sign * (typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b)))
    )
  })
}
