/** Tells within this process that a write has been committed. */
export interface Commits {
  tell(): void
  /** Gives the function that ends the listening. */
  listen(listener: () => void): () => void
}

/** Commits that nobody has listened to yet. */
export function createCommits(): Commits {
  const listeners = new Set<() => void>()
  return {
    tell() {
      for (const listener of listeners) listener()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
