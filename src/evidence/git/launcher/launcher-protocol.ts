import type { GitCall } from './start-directly.ts'

/** Sent to the launcher; `pair` is the number of the pair of sockets that becomes git's standard streams. */
export type LauncherOrder =
  | { readonly pair: number; readonly start: GitCall }
  | { readonly pair: number; readonly stop: true }

/** Sent by the launcher, once for each git that was asked for. */
export type LauncherReport =
  | { readonly pair: number; readonly code: number | null }
  | { readonly pair: number; readonly failure: { readonly message: string; readonly code?: string } }
