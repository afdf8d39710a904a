import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, addresses, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { aTeamRepository, givingAway } from '../support/a-team-repository.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom({ repository: aTeamRepository().path })
  await everythingRead(room.url)
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

// A browser lets one page have ten files without asking.
const filesOfPage = 8
const withTables = addresses.filter((address) => !['/repositories', '/privacy'].includes(address))

test.each(withTables)('%s gives every table and every picture as a file', async (address) => {
  let { page, controls } = await withControls(address)
  const count = await controls.count()
  expect(count).toBeGreaterThan(1)
  for (let index = 0; index < count; index++) {
    if (index > 0 && index % filesOfPage === 0) {
      await page.context().close()
      ;({ page, controls } = await withControls(address))
    }
    const control = controls.nth(index)
    const name = await control.getAttribute('aria-label')
    const [download] = await Promise.all([page.waitForEvent('download'), control.click()])
    const file = download.suggestedFilename()
    const text = await readFile(await download.path(), 'utf8')
    if (file.endsWith('.svg')) {
      const kept = await page.evaluate((text) => {
        const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
        return {
          root: svg.tagName,
          leaning: svg.querySelectorAll('[class], [style]').length,
          drawn: svg.querySelectorAll('rect, line, polyline, circle').length,
        }
      }, text)
      expect(kept, name ?? file).toEqual({ root: 'svg', leaning: 0, drawn: expect.any(Number) })
      expect(text).not.toMatch(/var\(--|NaN|undefined/)
      expect(text).toContain('src: url(data:font/woff2;base64,d09GMg')
    } else if (file.endsWith('.json')) {
      const parsed = JSON.parse(text)
      // Figures leave whole, as the API has them; tables as their rows.
      expect(Array.isArray(parsed.figures ?? parsed), name ?? file).toBe(true)
    } else expect(file).toMatch(/\.csv$/)
  }
  await page.context().close()
})

async function withControls(address: string) {
  const { page } = await aPage(browser)
  await open(page, `${room.url}${address}?weeks=26`)
  const controls = page
    .getByRole('link', { name: / as (CSV|JSON)$/ })
    .or(page.getByRole('button', { name: / as SVG$/ }))
  await controls.first().waitFor()
  return { page, controls }
}

test('nothing on any page and in any answer names an author', async () => {
  const { page } = await aPage(browser)
  const seen: string[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || response.url().endsWith('/events')) return
    // A page that moves on gives up what it no longer needs.
    void response.text().then(
      (text) => seen.push(text),
      () => seen.push(''),
    )
  })
  for (const address of [
    ...addresses,
    '/build/delivery?figure=delivery.lead-time',
    '/people/knowledge?figure=knowledge.truck-factor',
  ]) {
    await open(page, `${room.url}${address}`)
    seen.push(await page.content())
  }
  expect(seen.length).toBeGreaterThan(15)
  const given = givingAway.filter((word) =>
    seen.some((text) => text.toLowerCase().includes(word.toLowerCase())),
  )
  expect(given).toEqual([])
})

test('the first page loads at most 190 kB of script, packed', async () => {
  const { page } = await aPage(browser)
  const scripts: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      scripts.push(request.sizes().then((sizes) => sizes.responseBodySize))
  })
  await open(page, `${room.url}/build/delivery`)
  const sizes = await Promise.all(scripts)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(sizes.length).toBeGreaterThan(3)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThanOrEqual(190_000)
})
