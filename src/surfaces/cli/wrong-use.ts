/** The command line says something that the program does not understand; answered with the usage and exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}
