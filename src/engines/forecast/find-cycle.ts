/**
 * Bets that wait for each other in a circle: their places, the first one again at the end. Null where there is none.
 * Without recursion, since a chain may be as long as the list.
 */
export function findCycle(bets: readonly { readonly after: readonly number[] }[]): number[] | null {
  const finished = new Uint8Array(bets.length)
  for (let root = 0; root < bets.length; root++) {
    const path = [{ bet: root, next: 0 }]
    const onPath = new Set([root])
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const waitsFor = finished[top.bet] ? undefined : bets[top.bet]?.after[top.next++]
      if (waitsFor === undefined) {
        finished[top.bet] = 1
        onPath.delete(top.bet)
        path.pop()
      } else if (onPath.has(waitsFor)) {
        const places = path.map(({ bet }) => bet)
        return [...places.slice(places.indexOf(waitsFor)), waitsFor]
      } else {
        path.push({ bet: waitsFor, next: 0 })
        onPath.add(waitsFor)
      }
    }
  }
  return null
}
