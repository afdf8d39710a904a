import { Refusal } from '#kernel/operation/refusal.ts'
import type { Language } from '#kernel/shape.ts'
import { languageOfEnvironment } from './language-of-environment.ts'
import { readArguments, type CommandLine } from './read-arguments.ts'
import { harmless } from './terminal/harmless.ts'
import { refusalText } from './refusal-text.ts'
import { usageIn } from './usage-in.ts'
import { version } from '#surfaces/serve/version.ts'
import { writeOut } from './write-out.ts'
import { WrongUse } from './wrong-use.ts'

/** Runs one command line and answers the exit code: 0 done, 1 refused, 2 wrong use. Other errors are bugs and thrown. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const language = languageOfEnvironment(process.env)
  try {
    const line = readArguments(args, { folder: process.cwd(), environment: process.env })
    return (await run(line, language)) ?? 0
  } catch (error) {
    if (error instanceof WrongUse) {
      await writeOut(
        process.stderr,
        `${harmless(error.words[language])}\n\n${error.usage ?? usageIn(language)}`,
      )
      return 2
    }
    if (!(error instanceof Refusal)) throw error
    await writeOut(process.stderr, refusalText(error, language))
    return 1
  }
}

/** Each command loads its own modules: a scan must not wait for the server's. */
async function run(line: CommandLine, language: Language): Promise<number | void> {
  switch (line.command) {
    case 'help':
      return void (await writeOut(process.stdout, usageIn(language)))
    case 'version':
      return void (await writeOut(process.stdout, `${version}\n`))
    case 'scan':
      return (await import('./scan-command.ts')).scanCommand(line)
    case 'forecast':
      return (await import('./forecast-command.ts')).forecastCommand(line)
    case 'mcp':
      return (await import('./mcp-command.ts')).mcpCommand(line)
    case 'serve':
      return (await import('./serve-command.ts')).serveCommand(line)
    case 'records':
      return (await import('./records/record-command.ts')).recordCommand(line)
    case 'data':
      return (await import('./data/data-command.ts')).dataCommand(line)
    case 'init':
      return (await import('./account-commands.ts')).initCommand(line, language)
    case 'reset-password':
      return (await import('./account-commands.ts')).resetPasswordCommand(line, language)
  }
}
