import { randomUUID } from 'node:crypto'
import { Refusal } from './refusal.ts'
import type { Log } from './kernel.ts'

/** A bug, as shown to whoever met it: only the id under which the log has the rest. */
export class UnexpectedError extends Error {
  override readonly name = 'UnexpectedError'
  readonly id: string

  constructor(id: string, options: ErrorOptions) {
    super(`Something went wrong, id ${id}.`, options)
    this.id = id
  }
}

const DISK_FULL = '53100'
const diskFull = 'The disk that holds the database is full; nothing of this was stored.'

/** What to throw on for `error`: a refusal as it is, anything else logged as a bug with an id. */
export function toRefusalOrBug(error: unknown, where: string, log: Log): Refusal | UnexpectedError {
  if (error instanceof Refusal || error instanceof UnexpectedError) return error
  if (isDiskFull(error)) return new Refusal('too-much', diskFull, 'Free some space, then start again.')
  const id = randomUUID()
  log({ id, where, error })
  return new UnexpectedError(id, { cause: error })
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (Reflect.get(error, 'code') === DISK_FULL || isDiskFull(error.cause))
}
