/** Repositories whose facts one process holds in memory at the same time. */
const most = 20

/** Sets an entry as the one used last, and forgets those beyond the number that a process holds. */
export function keepNewest<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) return
    map.delete(oldest)
  }
}
