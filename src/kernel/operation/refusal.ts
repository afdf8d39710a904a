/** The kinds of an expected no; every surface answers each of them in its own tongue. */
export type RefusalCode = 'not-found' | 'forbidden' | 'invalid' | 'conflict' | 'too-much'

/** One part of an input that was not accepted: `path` as in `components.0.name`, empty for the whole input. */
export interface RefusedField {
  readonly path: string
  readonly message: string
}

/** An expected no: `message` says what and which one, `hint` what to do about it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly hint: string | undefined
  readonly fields: readonly RefusedField[]

  constructor(code: RefusalCode, message: string, hint?: string, fields: readonly RefusedField[] = []) {
    super(message)
    this.code = code
    this.hint = hint
    this.fields = fields
  }
}
