import type { GitCall } from './start-directly.ts'

/** Sent to the launcher; `set` is the number of the sockets that become git's standard streams. */
export type LauncherOrder =
  | { readonly set: number; readonly start: GitCall }
  | { readonly set: number; readonly stop: true }

/** Sent by the launcher, once for each git that was asked for. */
export type LauncherReport =
  | { readonly set: number; readonly code: number | null }
  | { readonly set: number; readonly failure: { readonly message: string; readonly code?: string } }
