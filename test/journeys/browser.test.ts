import { expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser, launchPackagedBrowser } from '../support/browser.ts'

test('the browser lays out text and paints it', async () => {
  expect(await paint(await launchBrowser())).toEqual({ wide: true, painted: true })
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'so does the one that comes with the packages, on a machine that has none',
  async () => {
    expect(await paint(await launchPackagedBrowser())).toEqual({ wide: true, painted: true })
  },
)

async function paint(browser: Browser): Promise<{ wide: boolean; painted: boolean }> {
  try {
    const page = await browser.newPage({ viewport: { width: 400, height: 200 } })
    await page.setContent('<body style="margin:0"><b id="word" style="font:40px sans-serif">Größe</b></body>')
    const box = await page.locator('#word').boundingBox()
    const withText = await page.screenshot()
    await page.setContent('<body></body>')
    const empty = await page.screenshot()
    return { wide: (box?.width ?? 0) > 60, painted: withText.length > empty.length }
  } finally {
    await browser.close()
  }
}
