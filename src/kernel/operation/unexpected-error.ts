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

/** What to throw on for `error`: a refusal as it is, anything else logged as a bug with an id. */
export function toRefusalOrBug(error: unknown, where: string, log: Log): Refusal | UnexpectedError {
  if (error instanceof Refusal || error instanceof UnexpectedError) return error
  if (error instanceof Error && Reflect.get(error, 'code') === DISK_FULL)
    return new Refusal(
      'too-much',
      'The disk that holds the database is full.',
      'Free some space and try again.',
    )
  const id = randomUUID()
  log({ id, where, error })
  return new UnexpectedError(id, { cause: error })
}
