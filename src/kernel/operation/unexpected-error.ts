import { randomUUID } from 'node:crypto'
import type { Words } from '../record/words.ts'
import { Refusal } from './refusal.ts'
import type { Log } from './kernel.ts'

/** A bug, as shown to whoever met it: only the id under which the log has the rest. */
export class UnexpectedError extends Error {
  override readonly name = 'UnexpectedError'
  readonly id: string
  readonly words: Words

  constructor(id: string, options: ErrorOptions) {
    const words = { en: `Something went wrong, id ${id}.`, de: `Etwas ist schiefgegangen, Kennung ${id}.` }
    super(words.en, options)
    this.id = id
    this.words = words
  }
}

const DISK_FULL = '53100'
const diskFull = {
  en: 'The disk that holds the database is full; nothing of this was stored.',
  de: 'Der Datenträger mit der Datenbank ist voll; nichts davon wurde gespeichert.',
}

/** What to throw on for `error`: a refusal as it is, anything else logged as a bug with an id. */
export function toRefusalOrBug(error: unknown, where: string, log: Log): Refusal | UnexpectedError {
  if (error instanceof Refusal || error instanceof UnexpectedError) return error
  if (isDiskFull(error))
    return new Refusal('too-much', diskFull, {
      en: 'Free some space, then start again.',
      de: 'Schaffe Platz und beginne dann noch einmal.',
    })
  const id = randomUUID()
  log({ id, where, error })
  return new UnexpectedError(id, { cause: error })
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (Reflect.get(error, 'code') === DISK_FULL || isDiskFull(error.cause))
}
