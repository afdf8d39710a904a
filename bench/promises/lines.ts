import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatedPatterns, readGeneratedRules } from '#evidence/git/generated.ts'
import { openRepository } from '#evidence/git/open-repository.ts'
import { readTree } from '#evidence/git/read-tree.ts'
import type { BenchReport } from '../bench-report.ts'
import { compare } from '../compare.ts'
import { leitstandCommand } from '../leitstand-command.ts'
import { peerCommand, type BenchArguments } from '../read-bench-arguments.ts'
import { subjectOf } from '../subject.ts'
import type { Command } from '../time-command.ts'
import { verdict } from '../verdict.ts'

/** A scan with lines against one `git log --numstat` that leaves the same generated files out. */
export async function linesBench({ repository, peers, runs }: BenchArguments): Promise<BenchReport> {
  const { path, words } = await subjectOf(repository)
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-lines-'))
  try {
    const contestants = await compare(
      [
        await numstat(path, join(folder, 'attributes')),
        leitstandCommand('leitstand scan --json --lines', path, ['scan', '--json', '--lines', path]),
        ...peers.map((peer) => peerCommand(peer, path)),
      ],
      runs,
    )
    const [git, scan] = contestants.map(({ median }) => median.wall)
    return {
      bench: 'lines',
      subject: words,
      contestants,
      verdicts: [
        verdict('wall time at most 0.75 × git log --numstat without generated files', scan ?? Number.NaN, {
          atMost: 0.75 * (git ?? Number.NaN),
          unit: 's',
        }),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The files are made binary by attributes, which git honours before it compares their lines. */
async function numstat(path: string, attributes: string): Promise<Command> {
  const repository = await openRepository(path)
  const tree = await readTree(repository, 'HEAD')
  const rules = await readGeneratedRules(repository, tree)
  const paths = tree.map((file) => file.path)
  const line = (pattern: string) =>
    pattern.startsWith('!') ? `"${pattern.slice(1)}" diff\n` : `"${pattern}" -diff\n`
  writeFileSync(attributes, generatedPatterns(rules, paths).map(line).join(''))
  const name = 'git log --numstat -z -M HEAD'
  return {
    name: `${name}, the same generated files left out`,
    args: ['git', '-c', `core.attributesFile=${attributes}`, ...name.split(' ').slice(1)] as const,
    folder: path,
  }
}
