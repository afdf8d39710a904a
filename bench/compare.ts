import { median } from './median.ts'
import { type Command, type Run, timeCommand } from './time-command.ts'

export interface Contestant {
  readonly name: string
  readonly runs: readonly Run[]
  /** Of each figure by itself. */
  readonly median: Run
}

/**
 * Runs every command once to warm up, then all of them in turn, so often as told: what disturbs the machine
 * disturbs all alike.
 */
export async function compare(
  commands: readonly Command[],
  times: number,
  run: (command: Command) => Promise<Run> = timeCommand,
): Promise<Contestant[]> {
  for (const command of commands) await run(command)
  const runs = commands.map((): Run[] => [])
  for (let round = 0; round < times; round++) {
    for (const [at, command] of commands.entries()) runs[at]?.push(await run(command))
  }
  return commands.map(({ name }, at) => ({ name, runs: runs[at] ?? [], median: medianRun(runs[at] ?? []) }))
}

export function medianRun(runs: readonly Run[]): Run {
  const memories = runs.map(({ memory }) => memory).filter((memory) => memory !== null)
  return {
    wall: median(runs.map(({ wall }) => wall)),
    processor: median(runs.map(({ processor }) => processor)),
    memory: memories.length === 0 ? null : median(memories),
  }
}
