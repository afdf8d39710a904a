import type { Words } from '#kernel/shape.ts'

/** The command line says something that the program does not understand; answered with the usage and exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}
