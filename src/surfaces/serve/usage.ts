/** When the process was last asked for anything. */
export interface ProcessUsage {
  isAsked(): void
  quietFor(): number
}

/** Usage of a process that has just begun. */
export function processUsage(): ProcessUsage {
  let askedAt = performance.now()
  return {
    isAsked: () => void (askedAt = performance.now()),
    quietFor: () => performance.now() - askedAt,
  }
}
