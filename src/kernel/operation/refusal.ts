import type { Words } from '../record/words.ts'

/** The kinds of an expected no; every surface answers each of them in its own tongue. */
export type RefusalCode = 'not-found' | 'forbidden' | 'invalid' | 'conflict' | 'too-much'

/** One part of an input that was not accepted: `path` as in `components.0.name`, empty for the whole input. */
export interface RefusedField {
  readonly path: string
  readonly message: Words
}

/** An expected no: `message` says what and which one, `hint` what to do about it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly words: Words
  readonly hint: string | undefined
  readonly hintWords: Words | undefined
  readonly fields: readonly RefusedField[]
  /** What a program needs to go on, such as the version that a stale change ran into. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode,
    message: Words,
    hint?: Words,
    fields: readonly RefusedField[] = [],
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message.en)
    this.code = code
    this.words = message
    this.hint = hint?.en
    this.hintWords = hint
    this.fields = fields
    this.details = details
  }
}
