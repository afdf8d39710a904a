import { Refusal } from '#kernel/operation/refusal.ts'
import { readArguments, type CommandLine } from './read-arguments.ts'
import { harmless } from './terminal/harmless.ts'
import { usage } from './usage.ts'
import { version } from '#surfaces/serve/version.ts'
import { writeOut } from './write-out.ts'
import { WrongUse } from './wrong-use.ts'

/** Runs one command line and answers the exit code: 0 done, 1 refused, 2 wrong use. Other errors are bugs and thrown. */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    await run(readArguments(args, { folder: process.cwd(), environment: process.env }))
    return 0
  } catch (error) {
    if (error instanceof WrongUse) {
      await writeOut(process.stderr, `${harmless(error.message)}\n\n${usage}`)
      return 2
    }
    if (!(error instanceof Refusal)) throw error
    await writeOut(process.stderr, refusalText(error))
    return 1
  }
}

/** Each command loads its own modules: a scan must not wait for the server's. */
async function run(line: CommandLine): Promise<void> {
  switch (line.command) {
    case 'help':
      return void (await writeOut(process.stdout, usage))
    case 'version':
      return void (await writeOut(process.stdout, `${version}\n`))
    case 'scan':
      return (await import('./scan-command.ts')).scanCommand(line)
    case 'serve':
      return (await import('./serve-command.ts')).serveCommand(line)
  }
}

function refusalText({ message, hint }: Refusal): string {
  return [message, ...(hint === undefined ? [] : [hint])].map((line) => `${harmless(line)}\n`).join('')
}
