import { expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser, launchPackagedBrowser } from './support/browser.ts'

test('the browser lays out text and paints it', async () => {
  const browser = await launchBrowser()
  await paints(browser).finally(() => browser.close())
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'so does the one that comes with the packages, on a machine that has none',
  async () => {
    const browser = await launchPackagedBrowser()
    await paints(browser).finally(() => browser.close())
  },
)

async function paints(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 400, height: 200 } })
  await page.setContent('<body style="margin:0"><b id="word" style="font:40px sans-serif">Größe</b></body>')
  const box = await page.locator('#word').boundingBox()
  expect(box?.width).toBeGreaterThan(60)
  const painted = await page.screenshot()
  await page.setContent('<body></body>')
  const empty = await page.screenshot()
  expect(painted.length).toBeGreaterThan(empty.length)
}
