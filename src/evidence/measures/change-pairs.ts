/** Thresholds of code-maat, Adam Tornhill's tool, as it comes. */
export const couplingRule = { changes: 5, shared: 5, degree: 30, filesPerChange: 30 } as const

/** Things by number that changed together: entry i of set s is `items[start[s] … start[s + 1])`, each once. */
export interface ChangeSets {
  readonly start: readonly number[]
  readonly items: readonly number[]
}

/** Two things that keep changing together; `a` has the smaller number. */
export interface ChangePair {
  readonly a: number
  readonly b: number
  readonly shared: number
  readonly changesA: number
  readonly changesB: number
}

/**
 * The pairs of `things` above the thresholds: both changed and shared at least five times, and shared at least 30 per cent
 * of the mean of both. Counts one thing at a time, so memory stays with the number of things and changes, not of pairs.
 */
export function changePairs(
  { start, items }: ChangeSets,
  things: number,
  isShown: (thing: number) => boolean,
): ChangePair[] {
  const total = new Int32Array(things)
  for (const item of items) total[item] = (total[item] ?? 0) + 1
  const isCounted = Uint8Array.from(total, (changes, thing) =>
    changes >= couplingRule.changes && isShown(thing) ? 1 : 0,
  )
  const { setStart, sets } = setsOf({ start, items }, isCounted)

  const shared = new Int32Array(things)
  const pairs: ChangePair[] = []
  for (let a = 0; a < things; a++) {
    if (isCounted[a] !== 1) continue
    const met: number[] = []
    for (let slot = setStart[a] ?? 0; slot < (setStart[a + 1] ?? 0); slot++) {
      const set = sets[slot] ?? 0
      for (let at = start[set] ?? 0; at < (start[set + 1] ?? 0); at++) {
        const b = items[at] ?? 0
        if (b <= a || isCounted[b] !== 1) continue
        if (shared[b] === 0) met.push(b)
        shared[b] = (shared[b] ?? 0) + 1
      }
    }
    for (const b of met) {
      const pair = { a, b, shared: shared[b] ?? 0, changesA: total[a] ?? 0, changesB: total[b] ?? 0 }
      shared[b] = 0
      if (isCoupled(pair)) pairs.push(pair)
    }
  }
  return pairs
}

// In whole numbers, so that exactly 30 per cent is never lost to rounding.
function isCoupled({ shared, changesA, changesB }: ChangePair): boolean {
  return shared >= couplingRule.shared && shared * 200 >= couplingRule.degree * (changesA + changesB)
}

function setsOf({ start, items }: ChangeSets, isCounted: Uint8Array) {
  const setStart = new Int32Array(isCounted.length + 1)
  for (const item of items) if (isCounted[item] === 1) setStart[item + 1] = (setStart[item + 1] ?? 0) + 1
  for (let thing = 0; thing < isCounted.length; thing++) {
    setStart[thing + 1] = (setStart[thing + 1] ?? 0) + (setStart[thing] ?? 0)
  }
  const sets = new Int32Array(setStart[isCounted.length] ?? 0)
  const next = setStart.slice()
  for (let set = 0; set + 1 < start.length; set++) {
    for (let at = start[set] ?? 0; at < (start[set + 1] ?? 0); at++) {
      const item = items[at] ?? 0
      if (isCounted[item] !== 1) continue
      const slot = next[item] ?? 0
      sets[slot] = set
      next[item] = slot + 1
    }
  }
  return { setStart, sets }
}
