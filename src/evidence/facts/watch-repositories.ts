import type { Kernel } from '#kernel'

/** Stub replaced once the watcher is there. */
export function watchRepositories(_kernel: Kernel): { stop(): void } {
  return { stop() {} }
}
