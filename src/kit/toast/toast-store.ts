import { useSyncExternalStore } from 'react'

/** A sentence about what has just been done, and the way back where there is one. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly isBad: boolean
  readonly action: { readonly label: string; readonly run: () => void } | null
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

export function showToast({
  text,
  isBad = false,
  action = null,
}: Pick<Toast, 'text'> & Partial<Toast>): void {
  // Three are read; what is older than that has been done.
  set([...toasts, { id: ++lastId, text, isBad, action }].slice(-3))
}

export function closeToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

/** Takes the way back of the newest toast that has one; false where there is none. */
export function undoNewest(): boolean {
  const newest = toasts.findLast(({ action }) => action !== null)
  if (!newest?.action) return false
  closeToast(newest.id)
  newest.action.run()
  return true
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts)
}

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
