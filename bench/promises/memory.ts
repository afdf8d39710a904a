import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BenchReport } from '../bench-report.ts'
import { compare } from '../compare.ts'
import { generatedRepository } from '../generated-repository.ts'
import { leitstandCommand, projectFolder } from '../leitstand-command.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { type Command, type Run, timeCommand } from '../time-command.ts'
import { bytesPerCommit, verdict } from '../verdict.ts'
import { longHistory, shortHistory } from './growth.ts'

/** What each further commit costs in the memory of the command itself: git's own memory is git's. */
export async function memoryBench({ runs }: BenchArguments): Promise<BenchReport> {
  const commands: Command[] = []
  for (const recipe of [shortHistory, longHistory]) {
    const path = await generatedRepository(recipe)
    const name = `leitstand scan --json, ${recipe.commits.toLocaleString('en-GB')} commits, own memory`
    commands.push(leitstandCommand(name, path, ['scan', '--json', path]))
  }
  const contestants = await compare(commands, runs, withOwnMemory)
  const [short, long] = contestants.map(({ median }) => median.memory ?? Number.NaN)
  const each = bytesPerCommit(
    { commits: shortHistory.commits, peak: short ?? Number.NaN },
    { commits: longHistory.commits, peak: long ?? Number.NaN },
  )
  return {
    bench: 'memory',
    subject: 'generated repositories with the same files and people',
    contestants,
    verdicts: [
      verdict('memory beyond files and people at most 300 bytes a commit', each, {
        atMost: 300,
        unit: 'bytes',
      }),
    ],
  }
}

async function withOwnMemory(command: Command): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-memory-'))
  const file = join(folder, 'peak')
  const [node, ...args] = command.args
  const preload = pathToFileURL(join(projectFolder, 'bench/own-memory.js')).href
  try {
    const run = await timeCommand({
      ...command,
      args: [node, '--import', preload, ...args],
      environment: { LEITSTAND_BENCH_MEMORY: file },
    })
    return { ...run, memory: Number(readFileSync(file, 'utf8')) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
