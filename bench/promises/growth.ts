import type { BenchReport } from '../bench-report.ts'
import { compare } from '../compare.ts'
import { generatedRepository } from '../generated-repository.ts'
import { leitstandCommand } from '../leitstand-command.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { verdict } from '../verdict.ts'

/** Two histories by the same people of the same files, one ten times as long as the other. */
export const [shortHistory, longHistory] = [25_000, 250_000].map((commits) => ({
  commits,
  files: 1000,
  people: 40,
  lines: 20,
  filesPerCommit: 2,
})) as [Recipe, Recipe] // map keeps the length, which its type does not tell

type Recipe = Parameters<typeof generatedRepository>[0]

/** Ten times the commits for at most twelve times the time. */
export async function growthBench({ runs }: BenchArguments): Promise<BenchReport> {
  const commands = []
  for (const recipe of [shortHistory, longHistory]) {
    const path = await generatedRepository(recipe)
    const name = `leitstand scan --json, ${recipe.commits.toLocaleString('en-GB')} commits`
    commands.push(leitstandCommand(name, path, ['scan', '--json', path]))
  }
  const contestants = await compare(commands, runs)
  const [short, long] = contestants.map(({ median }) => median.wall)
  return {
    bench: 'growth',
    subject: 'generated repositories, one with ten times the commits of the other',
    contestants,
    verdicts: [
      verdict('ten times the commits cost at most twelve times the time', (long ?? NaN) / (short ?? NaN), {
        atMost: 12,
        unit: '×',
      }),
    ],
  }
}
