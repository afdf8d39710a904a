import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchReport } from '../bench-report.ts'
import { generatedRecords } from '../generated-records.ts'
import { leitstandCommand } from '../leitstand-command.ts'
import { secondsUntil, startServer } from '../running-server.ts'
import { verdict } from '../verdict.ts'

const records = 10_000
const perSecond = 2
const questions = 120

/** Searches of all sorts at two a second, asked one after the other by the clock whether or not the last was answered. */
export async function searchBench(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-search-'))
  const data = join(folder, 'data')
  const asked = await generatedRecords(data, records)
  const server = await startServer(
    leitstandCommand('serve', folder, ['serve', '--port', '0', '--data', data]).args,
    folder,
  )
  try {
    await secondsUntil(performance.now(), async () => (await search(server.url, 'a')) > 0)
    const times: Promise<number>[] = []
    for (let at = 0; at < questions; at++) {
      times.push(search(server.url, asked[at % asked.length] ?? ''))
      await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond))
    }
    const sorted = (await Promise.all(times)).sort((a, b) => a - b)
    const at99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY
    return {
      bench: 'search',
      subject: `${records.toLocaleString('en')} made-up records, ${questions} searches at ${perSecond} a second`,
      contestants: [],
      verdicts: [
        verdict('a search until it is answered, 99th percentile', at99, { atMost: 0.25, unit: 's' }),
      ],
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds until the answer is there. */
async function search(url: string, q: string): Promise<number> {
  const since = performance.now()
  const answer = await fetch(`${url}/api/v1/search?${new URLSearchParams({ q })}`)
  if (!answer.ok) throw new Error(`A search for ${q} was answered with ${answer.status}.`)
  await answer.arrayBuffer()
  return (performance.now() - since) / 1000
}
