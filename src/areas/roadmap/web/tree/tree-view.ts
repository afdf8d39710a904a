/** What the address of the tree says. */
export interface TreeView {
  /** Which goals are shown; those ahead where it is left out. */
  readonly goals?: 'all'
  /** Keys of goals that are otherwise than at first: folded instead of open, or open instead of folded. */
  readonly turned?: string
  /** The goal whose changes are open. */
  readonly changes?: string
}

const key = /^GOAL-[1-9]\d{0,8}$/

/** Reads an address; what it does not understand is left out. */
export function parseTreeView({ goals, turned, changes }: Readonly<Record<string, unknown>>): TreeView {
  const keys = typeof turned === 'string' ? turned.split('.').filter((each) => key.test(each)) : []
  return {
    ...(goals === 'all' && { goals }),
    ...(keys.length > 0 && { turned: [...new Set(keys)].join('.') }),
    ...(typeof changes === 'string' && key.test(changes) && { changes }),
  }
}

/** The keys that a view has turned. */
export function turnedIn({ turned }: TreeView): ReadonlySet<string> {
  return new Set(turned?.split('.'))
}

/** The address with one key turned, or turned back. */
export function withTurned(view: TreeView, one: string): TreeView {
  const keys = new Set(turnedIn(view))
  if (!keys.delete(one)) keys.add(one)
  return parseTreeView({ ...view, turned: [...keys].join('.') })
}
