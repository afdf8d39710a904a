import { useEffect, useSyncExternalStore, type RefObject } from 'react'

let open: readonly HTMLElement[] = []
const listeners = new Set<() => void>()

/** Says that this lies over the page as long as it is there, so that what is said meanwhile is said in it. */
export function useAsModal(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const own = ref.current
    if (!own) return
    set([...open, own])
    return () => set(open.filter((each) => each !== own))
  }, [ref])
}

/** What lies over all else now; null while nothing lies over the page. */
export function useTopModal(): HTMLElement | null {
  return useSyncExternalStore(subscribe, () => open.at(-1) ?? null)
}

function set(next: readonly HTMLElement[]): void {
  open = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
