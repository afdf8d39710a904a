import { megabytes, type BenchReport } from '../bench-report.ts'
import { compare } from '../compare.ts'
import { leitstandCommand } from '../leitstand-command.ts'
import { peerCommand, type BenchArguments } from '../read-bench-arguments.ts'
import { subjectOf } from '../subject.ts'
import { verdict } from '../verdict.ts'

/** A scan without lines against the one `git log` that it cannot do without. */
export async function scanBench({ repository, peers, runs }: BenchArguments): Promise<BenchReport> {
  const { path, words } = await subjectOf(repository)
  const floor = ['git', 'log', '--raw', '-z', '-M', 'HEAD'] as const
  const contestants = await compare(
    [
      { name: floor.join(' '), args: floor, folder: path },
      leitstandCommand('leitstand scan --json', path, ['scan', '--json', path]),
      ...peers.map((peer) => peerCommand(peer, path)),
    ],
    runs,
  )
  const [git, scan] = contestants.map(({ median }) => median)
  if (git === undefined || scan === undefined) throw new Error('Nothing was measured.')
  return {
    bench: 'scan',
    subject: words,
    contestants,
    verdicts: [
      verdict('wall time at most 2 × git log --raw + 0.3 s', scan.wall, {
        atMost: 2 * git.wall + 0.3,
        unit: 's',
      }),
      ...(scan.memory === null
        ? []
        : [
            verdict('peak memory of its largest process at most 300 MB', megabytes(scan.memory), {
              atMost: 300,
              unit: 'MB',
            }),
          ]),
    ],
  }
}
