import type { DatabaseCode } from './database-code.ts'

/** What the main thread asks of the database thread, one answer each, in order. */
export type WorkerRequest =
  | {
      readonly id: number
      readonly kind: 'open'
      readonly folder: string
      readonly image: string | null
      readonly code: DatabaseCode
    }
  | {
      readonly id: number
      readonly kind: 'query'
      readonly text: string
      readonly values: readonly unknown[]
    }
  | { readonly id: number; readonly kind: 'script'; readonly text: string }
  | { readonly id: number; readonly kind: 'close' }

/** One request without its number. */
export type WorkerCall = WorkerRequest extends infer R
  ? R extends { id: number }
    ? Omit<R, 'id'>
    : never
  : never

/** The rows of a statement and what it did. */
export interface WorkerResult {
  readonly rows: unknown[]
  readonly command: string | undefined
  readonly affectedRows: number | undefined
}

/** An error as it crosses the threads, with PostgreSQL's own fields. */
export interface WorkerFailure {
  readonly message: string
  readonly code?: string
  readonly detail?: string
  readonly hint?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
}

/** What the database thread says: an answer, or, unasked, that the database has stopped and answers nothing more. */
export type WorkerAnswer =
  | { readonly id: number; readonly result: WorkerResult }
  | { readonly id: number; readonly failure: WorkerFailure }
  | { readonly stopped: WorkerFailure }
