import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { aRepository } from '../../src/evidence/git/testing/a-repository.ts'
import { askApi } from '../../test/support/ask-api.ts'
import { launchBrowser } from '../../test/support/browser.ts'
import type { BenchReport } from '../bench-report.ts'
import { chance } from '../chance.ts'
import { leitstandCommand } from '../leitstand-command.ts'
import { median } from '../median.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { firstRepository, secondsUntil, startServer } from '../running-server.ts'
import { verdict } from '../verdict.ts'

const [teams, bets, commits] = [6, 60, 10_000]
const day = 86_400_000

/** From a key that moves a bet in a scenario until the new dates of all bets are painted, in a real browser. */
export async function scenarioEditBench({ runs }: BenchArguments): Promise<BenchReport> {
  const repository = twoYearsOfWork()
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-bench-scenario-'))
  const serve = ['serve', '--repo', repository, '--port', '0', '--data', join(folder, 'data')]
  const server = await startServer(leitstandCommand('serve', folder, serve).args, folder)
  const browser = await launchBrowser()
  try {
    await secondsUntil(
      performance.now(),
      async () => (await firstRepository(server.url))?.scan.phase === 'done',
    )
    await writePlan(server.url, basename(repository))
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${server.url}/direction/scenarios/compare`)
    await page.locator('[aria-busy="false"] [data-bet]').first().waitFor({ timeout: 60_000 })
    // Each moves the same bet one place further, so that no plan was asked for before.
    await secondsOfMove(page)
    const seconds: number[] = []
    for (let run = 0; run < Math.max(runs * 3, 9); run++) seconds.push(await secondsOfMove(page))
    return {
      bench: 'scenario-edit',
      subject: `${bets} bets, ${teams} teams, dependencies, a history of ${commits.toLocaleString('en-GB')} commits; median of ${seconds.length}`,
      contestants: [],
      verdicts: [
        verdict('a bet that is moved in a scenario, until all dates are painted', median(seconds), {
          atMost: 0.3,
          unit: 's',
        }),
      ],
    }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const component = (at: number) => `part${at % teams}`

/** About a change an hour up to yesterday, each in the folder of one team. */
function twoYearsOfWork(): string {
  const repository = aRepository()
  const draw = chance(3)
  const start = Date.now() - 730 * day
  for (let at = 0; at < commits; at++) {
    const own = Math.floor(draw() * teams)
    repository.commit({
      at: new Date(start + (at / commits) * 729 * day).toISOString(),
      message: `feat: change ${at}\n`,
      files: { [`${component(own)}/file${Math.floor(draw() * 50)}.ts`]: `export const a = ${at}\n` },
    })
  }
  return repository.write().path
}

/** Each bet is for one team, every fifth for two; every fourth depends on one a few places before it. */
async function writePlan(url: string, repository: string): Promise<void> {
  for (let at = 0; at < teams; at++) {
    const components = [{ repository, component: component(at), from: '2020-01-01' }]
    await askApi(url, 'POST', '/teams', { fields: { name: `Team ${at + 1}`, kind: 'platform', components } })
  }
  const team = (at: number) => `TEAM-${(at % teams) + 1}`
  for (let at = 0; at < bets; at++)
    await askApi(url, 'POST', '/bets', {
      fields: {
        title: `Bet ${at + 1}`,
        teams: at % 5 === 0 ? [team(at), team(at + 1)] : [team(at)],
        low: 5,
        high: 10,
        after: at > 8 && at % 4 === 0 ? [`BET-${at - 6}`] : [],
      },
    })
}

/** Seconds from the key to the first frame after the page has said that what it shows is reckoned anew. */
async function secondsOfMove(page: Page): Promise<number> {
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let since = Number.NaN
        document.addEventListener('keydown', ({ timeStamp }) => (since = timeStamp), {
          capture: true,
          once: true,
        })
        const watching = new MutationObserver(() => {
          if (Number.isNaN(since) || document.querySelector('[aria-busy="true"]')) return
          watching.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve((performance.now() - since) / 1000)))
        })
        watching.observe(document.body, { attributeFilter: ['aria-busy'], subtree: true })
      }),
  )
  await page.locator('[data-bet="BET-5"] button').first().press('Alt+ArrowDown')
  return painted
}
