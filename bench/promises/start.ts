import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchReport } from '../bench-report.ts'
import { projectFolder } from '../leitstand-command.ts'
import { median } from '../median.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { firstRepository, hasFigures, secondsUntil, startServer } from '../running-server.ts'
import { subjectOf } from '../subject.ts'
import { verdict } from '../verdict.ts'

/** `npm start` on an installed, built clone, each time with an empty data folder. */
export async function startBench({ repository, runs }: BenchArguments): Promise<BenchReport> {
  const { path, words } = await subjectOf(repository)
  const starts = []
  for (let run = 0; run <= runs; run++) starts.push(await start(path))
  const counted = starts.slice(1)
  return {
    bench: 'start',
    subject: words,
    contestants: [],
    verdicts: [
      verdict('npm start until the page answers', median(counted.map(({ page }) => page)), {
        atMost: 2,
        unit: 's',
      }),
      verdict('npm start until the first figures', median(counted.map(({ figures }) => figures)), {
        atMost: 5,
        unit: 's',
      }),
    ],
  }
}

async function start(path: string) {
  const data = mkdtempSync(join(tmpdir(), 'leitstand-bench-start-'))
  const since = performance.now()
  const command = ['npm', 'start', '--silent', '--', '--repo', path, '--port', '0', '--data', data] as const
  const server = await startServer([...command], projectFolder)
  try {
    const page = await secondsUntil(since, async () => (await fetch(server.url)).status === 200)
    const figures = await secondsUntil(since, async () => {
      const repository = await firstRepository(server.url)
      return repository !== null && (await hasFigures(server.url, repository))
    })
    return { page, figures }
  } finally {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
