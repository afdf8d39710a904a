import type { DataArguments } from '../read-arguments.ts'
import { backupCommand, restoreCommand } from './backup-commands.ts'
import { doctorCommand } from './doctor-command.ts'
import { exportCommand, importCommand } from './file-commands.ts'
import { readDataArguments, type Streams } from './read-data-arguments.ts'
import { usageIn } from '../usage-in.ts'
import { languageOfEnvironment } from '../language-of-environment.ts'
import { writeOut } from '../write-out.ts'

/** Runs a command about the data as a whole; answers the exit code where it is not 0. */
export async function dataCommand(
  given: DataArguments,
  streams: Streams = { input: process.stdin, output: process.stdout },
): Promise<number | void> {
  const line = readDataArguments(given)
  switch (line.command) {
    case 'help':
      return void (await writeOut(streams.output, usageIn(languageOfEnvironment(given.environment))))
    case 'export':
      return exportCommand(line, streams)
    case 'import':
      return importCommand(line, streams)
    case 'backup':
      return backupCommand(line, streams)
    case 'restore':
      return restoreCommand(line, streams)
    case 'doctor':
      return doctorCommand(line, streams)
  }
}
