import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage } from '../support/a-control-room.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom()
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

test.each([
  ['light', 'en-GB', 'Every version.'],
  ['dark', 'de-DE', 'Jede Version.'],
] as const)(
  'the description of the API opens in the %s theme for %s, with nothing for axe, the console or the content policy to complain about',
  async (colorScheme, locale, answer) => {
    const { page, complaints } = await aPage(browser, { colorScheme, locale })
    await page.goto(`${room.url}/api/docs`)
    await page.getByText('/api/v1/goals/{key}/history').click()
    await page.locator('[id="goal.history"]').getByText(answer).waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  },
)

test('the description of the API fits 390 pixels, and its references lead to the schemas', async () => {
  const { page } = await aPage(browser, { viewport: { width: 390, height: 844 } })
  await page.goto(`${room.url}/api/docs`)
  await page.locator('summary', { hasText: 'POST /api/v1/goals' }).first().click()
  await page.getByRole('link', { name: 'NewGoal' }).click()
  expect(new URL(page.url()).hash).toBe('#schema-NewGoal')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
