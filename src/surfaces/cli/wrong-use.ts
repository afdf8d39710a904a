import type { Words } from '#kernel/shape.ts'

/**
 * The command line says something that the program does not understand; answered with the usage, of that command where
 * it has one of its own, and exit code 2.
 */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
  readonly words: Words
  readonly usage: string | undefined

  constructor(words: Words, usage?: string) {
    super(words.en)
    this.words = words
    this.usage = usage
  }
}
