import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, addresses, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { aTeamRepository } from '../support/a-team-repository.ts'
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

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([...addresses, '/build/delivery?figure=delivery.lead-time'])(
    '%s has nothing for axe, the console or the content policy to complain about',
    async (address) => {
      const { page, complaints } = await aPage(browser, { colorScheme, reducedMotion: 'reduce' })
      await open(page, room.url + address)
      expect(await axeFaults(page)).toEqual([])
      expect(complaints).toEqual([])
    },
  )
})

test.each(addresses.flatMap((address) => [[address, 'en-GB'] as const, [address, 'de-DE'] as const]))(
  '%s fits 390 pixels in %s',
  async (address, locale) => {
    const { page } = await aPage(browser, { locale, viewport: { width: 390, height: 844 } })
    await open(page, room.url + address)
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beyond).toBe(0)
  },
)

test('the language is switched at once, said to the browser and remembered', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/build/delivery`)
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await page.getByRole('heading', { level: 1, name: 'Auslieferung' }).waitFor()
  await page.getByText('Durchlaufzeit von Änderungen').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Auslieferung' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
})

test('a chosen theme is there before anything is painted', async () => {
  const { page } = await aPage(browser, { colorScheme: 'light' })
  await open(page, `${room.url}/build/delivery`)
  const light = await paper(page)
  await page.keyboard.press('t')
  const dark = await paper(page)
  expect(dark).not.toBe(light)
  // Without the app itself only the page's head is left to set the theme.
  await page.route('**/assets/index-*.js', (route) => route.abort())
  await page.reload()
  expect(await paper(page)).toBe(dark)
})

test('the keys lead to every page, to help and out of it', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/build/delivery`)
  for (const [key, address] of [
    ['s', '/build/structure'],
    ['k', '/people/knowledge'],
    ['p', '/people/pace'],
    ['r', '/repositories'],
    ['d', '/build/delivery'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await page.waitForURL(`**${address}`)
  }
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe('/build/delivery')
})

test.each(['/build/delivery', '/build/structure', '/people/knowledge', '/people/pace'])(
  '%s says once that a component is not there, and leads to the whole repository',
  async (address) => {
    const { page } = await aPage(browser)
    await open(page, `${room.url}${address}?component=gone&weeks=26`)
    await page.getByText('There is no component gone here.').waitFor()
    expect(await page.locator('main section').count()).toBe(0)
    await page.getByRole('link', { name: 'Show the whole repository' }).click()
    await page.locator('[data-figure]').first().waitFor()
    expect(new URL(page.url()).search).toBe('?weeks=26')
  },
)

test('an address that leads nowhere gets a page with a heading, and nothing for axe to complain about', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/nowhere`)
  expect(await page.locator('h1').innerText()).toBe('There is no such page.')
  expect(await axeFaults(page)).toEqual([])
})

async function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
}
