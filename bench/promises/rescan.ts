import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import type { BenchReport } from '../bench-report.ts'
import { leitstandCommand } from '../leitstand-command.ts'
import { median } from '../median.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { firstRepository, hasFigures, secondsUntil, startServer } from '../running-server.ts'
import { gitText, subjectOf } from '../subject.ts'
import { verdict } from '../verdict.ts'

/** From a new commit to figures that count it, in a running server that is at rest, as a page that listens for changes would see them. */
export async function rescanBench({ repository, runs }: BenchArguments): Promise<BenchReport> {
  const { path, words } = await subjectOf(repository)
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-rescan-'))
  const clone = join(folder, 'clone')
  gitText(folder, ['clone', '--quiet', path, clone])
  const serve = ['serve', '--repo', clone, '--port', '0', '--data', join(folder, 'data')]
  const server = await startServer(leitstandCommand('serve', folder, serve).args, folder)
  try {
    await secondsUntil(
      performance.now(),
      async () => (await firstRepository(server.url))?.scan.phase === 'done',
    )
    const seconds: number[] = []
    for (let run = 0; run <= runs; run++) {
      await untilAtRest(server.url)
      seconds.push(await rescan(server.url, clone, run))
    }
    return {
      bench: 'rescan',
      subject: words,
      contestants: [],
      verdicts: [
        verdict('one new commit until its figures are there', median(seconds.slice(1)), {
          atMost: 0.5,
          unit: 's',
        }),
      ],
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lines are counted behind a scan: one commit at a time is measured, not how two of them get in each other's way. */
async function untilAtRest(url: string): Promise<void> {
  const quiet = 3000
  let generation = -1
  let since = performance.now()
  await secondsUntil(since, async () => {
    // Asked without a pause, the database would put off its upkeep until the commit that is measured.
    await passed(400)
    const now = (await firstRepository(url))?.generation ?? -1
    if (now !== generation) since = performance.now()
    generation = now
    return performance.now() - since > quiet
  })
}

async function rescan(url: string, clone: string, run: number): Promise<number> {
  appendFileSync(join(clone, 'bench.txt'), `${run}\n`)
  gitText(clone, ['add', 'bench.txt'])
  const listening = new AbortController()
  const events = await fetch(`${url}/api/v1/events`, { signal: listening.signal })
  const who = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com']
  gitText(clone, [...who, 'commit', '--quiet', '--no-verify', '-m', `Bench ${run}`])
  const since = performance.now()
  const head = gitText(clone, ['rev-parse', 'HEAD']).trim()
  try {
    await untilTold(events, head)
    return await secondsUntil(since, async () => {
      const repository = await firstRepository(url)
      return repository !== null && repository.head === head && (await hasFigures(url, repository))
    })
  } finally {
    listening.abort()
  }
}

/** Settles when the server tells of a repository with this head. */
async function untilTold(events: Response, head: string): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of events.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    if (blocks.some((block) => block.includes('event: repository') && block.includes(`"head":"${head}"`)))
      return
  }
  throw new Error('The server stopped telling.')
}
