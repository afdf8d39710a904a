import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '../../test/support/browser.ts'
import type { BenchReport } from '../bench-report.ts'
import { leitstandCommand } from '../leitstand-command.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { firstRepository, secondsUntil, startServer } from '../running-server.ts'
import { subjectOf } from '../subject.ts'
import { verdict } from '../verdict.ts'

/** All scripts that a real browser fetches for the first page, compressed by gzip. */
export async function firstLoadBench({ repository }: BenchArguments): Promise<BenchReport> {
  const { path, words } = await subjectOf(repository)
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-load-'))
  const serve = ['serve', '--repo', path, '--port', '0', '--data', join(folder, 'data')]
  const server = await startServer(leitstandCommand('serve', folder, serve).args, folder)
  try {
    await secondsUntil(
      performance.now(),
      async () => ((await firstRepository(server.url))?.generation ?? 0) > 0,
    )
    const scripts = await scriptsOf(server.url)
    const bytes = [...scripts.values()].reduce(
      (sum, script) => sum + gzipSync(script, { level: 9 }).length,
      0,
    )
    return {
      bench: 'first-load',
      subject: `${words}; ${scripts.size} scripts`,
      contestants: [],
      verdicts: [
        verdict('gzip script of the first page at most 190 kB', bytes / 1000, { atMost: 190, unit: 'kB' }),
      ],
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function scriptsOf(url: string): Promise<Map<string, Buffer>> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const arriving: Promise<[string, Buffer]>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return
      arriving.push(response.body().then((body): [string, Buffer] => [response.url(), body]))
    })
    await page.goto(url)
    await page.locator('h1').waitFor()
    await page.waitForFunction(() => document.querySelector('.skeleton') === null)
    return new Map(await Promise.all(arriving))
  } finally {
    await browser.close()
  }
}
