import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import {
  aControlRoom,
  addresses,
  aPage,
  everythingRead,
  narrow,
  open,
  type Watched,
} from '../support/a-control-room.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { beyondTheEdge } from '../support/beyond-the-edge.ts'
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

describe.each([...addresses, '/build/delivery?figure=delivery.lead-time'])('%s', (address) => {
  let english: Watched
  beforeAll(async () => {
    english = await aPage(browser, { viewport: narrow, reducedMotion: 'reduce' })
    await open(english.page, room.url + address)
  })
  afterAll(async () => english.page.context().close())

  test('fits 390 pixels in en-GB', async () => {
    await english.page.setViewportSize(narrow)
    expect(await beyondTheEdge(english.page)).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'has nothing for axe, the console or the content policy to complain about in the %s theme',
    async (colorScheme) => {
      await english.page.setViewportSize({ width: 1280, height: 900 })
      await english.page.emulateMedia({ colorScheme })
      expect(await axeFaults(english.page)).toEqual([])
      expect(english.complaints).toEqual([])
    },
  )

  test('fits 390 pixels in de-DE', async () => {
    const { page } = await aPage(browser, { locale: 'de-DE', viewport: narrow, reducedMotion: 'reduce' })
    await open(page, room.url + address)
    expect(await beyondTheEdge(page)).toEqual([])
    await page.context().close()
  })
})

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
