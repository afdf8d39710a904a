import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import type { BenchReport } from '../bench-report.ts'
import { chance } from '../chance.ts'
import { generatedWorkspace } from '../generated-workspace.ts'
import { leitstandCommand } from '../leitstand-command.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { firstRepository, secondsUntil, startServer } from '../running-server.ts'
import { subjectOf } from '../subject.ts'
import { verdict } from '../verdict.ts'

const size = { goals: 9800, people: 160, teams: 40, links: 40_000 }
const perSecond = 50
const seconds = 40

type Ask = (url: string, random: () => number) => Promise<void>

/** Of a hundred requests so many are of each sort. */
const mix: readonly (readonly [share: number, ask: Ask])[] = [
  [35, list],
  [40, page],
  [15, write],
  [10, sight],
]

/** Lists, pages, writes and lines of sight at 50 a second, asked by the clock whether or not the last was answered. */
export async function mixedLoadBench({ repository }: BenchArguments): Promise<BenchReport> {
  const { path, words } = await subjectOf(repository)
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-load-'))
  const data = join(folder, 'data')
  await generatedWorkspace(data, size)
  const server = await startServer(
    leitstandCommand('serve', folder, ['serve', '--port', '0', '--data', data, '--repo', path]).args,
    folder,
  )
  try {
    // That it was told of the repository allows it to be added again.
    await secondsUntil(performance.now(), async () => isScanned(server.url))
    await remove(server.url)
    await load(server.url, 5, 3)
    const calm = await load(server.url, seconds, 4)
    const scanning = new AbortController()
    const scans = scanAgainAndAgain(server.url, path, scanning.signal)
    const busy = await load(server.url, seconds, 5)
    scanning.abort()
    const scanned = await scans
    return {
      bench: 'mixed-load',
      subject: `10,000 records and 40,000 links, ${perSecond} requests a second: 35 % lists, 40 % pages, 15 % writes, 10 % lines of sight; beside ${scanned} scans of ${words}`,
      contestants: [],
      verdicts: [
        verdict('a request until it is answered, 99th percentile', at99(calm), { atMost: 0.05, unit: 's' }),
        verdict('the same while a repository is scanned', at99(busy), { atMost: 0.05, unit: 's' }),
      ],
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds that each request took. */
async function load(url: string, duration: number, seed: number): Promise<number[]> {
  const random = chance(seed)
  const times: Promise<number>[] = []
  const begun = performance.now()
  for (let at = 0; at < duration * perSecond; at++) {
    await passed(Math.max(0, begun + (at * 1000) / perSecond - performance.now()))
    const since = performance.now()
    times.push(pick(random)(url, random).then(() => (performance.now() - since) / 1000))
  }
  return Promise.all(times)
}

function pick(random: () => number): Ask {
  let at = random() * 100
  return mix.find(([share]) => (at -= share) < 0)?.[1] ?? list
}

const goalKey = (random: () => number) => `GOAL-${1 + Math.floor(random() * size.goals)}`

async function list(url: string, random: () => number): Promise<void> {
  const queries = [
    'limit=50',
    'limit=50&sort=title',
    `limit=50&labels=label-${Math.floor(random() * 30)}`,
    `limit=50&owner=PERSON-${1 + Math.floor(random() * size.people)}&sort=due`,
    `limit=50&parent=${goalKey(random)}`,
  ]
  await ask(`${url}/api/v1/goals?${queries[Math.floor(random() * queries.length)]}`)
}

async function page(url: string, random: () => number): Promise<void> {
  await ask(`${url}/api/v1/goals/${goalKey(random)}`)
}

async function sight(url: string, random: () => number): Promise<void> {
  await ask(`${url}/api/v1/line-of-sight/${goalKey(random)}`)
}

/** Adds a goal: a change would meet others to the same one. */
async function write(url: string, random: () => number): Promise<void> {
  await ask(`${url}/api/v1/goals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({
      fields: { title: `Written ${Math.floor(random() * 1e6)}`, owner: 'PERSON-1', parent: goalKey(random) },
    }),
  })
}

async function ask(address: string, request?: RequestInit): Promise<void> {
  const answer = await fetch(address, request)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}: ${text.slice(0, 300)}`)
}

/** Scans the repository from nothing, again and again; gives how often. */
async function scanAgainAndAgain(url: string, path: string, signal: AbortSignal): Promise<number> {
  let scans = 0
  while (!signal.aborted) {
    await ask(`${url}/api/v1/repositories`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ source: path }),
    })
    while (!signal.aborted && !(await isScanned(url))) await passed(100)
    await remove(url)
    scans++
  }
  return scans
}

async function isScanned(url: string): Promise<boolean> {
  return (await firstRepository(url))?.scan.phase === 'done'
}

async function remove(url: string): Promise<void> {
  const { id } = (await firstRepository(url)) ?? {}
  await ask(`${url}/api/v1/repositories/${id}`, { method: 'DELETE', headers: { origin: url } })
}

function at99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY
}
