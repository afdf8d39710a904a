import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, closePages, open } from '../support/a-control-room.ts'
import { aFolderOfRecords } from '../support/a-folder-of-records.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served

beforeAll(async () => {
  browser = await launchBrowser()
  const data = await aFolderOfRecords([
    { type: 'goal', fields: { title: 'Deliver every day', why: 'Customers **wait** less for policies.' } },
    { type: 'goal', fields: { title: 'Halve the lead time', labels: ['delivery'] } },
    { type: 'goal', fields: { title: 'Delivery by drone' }, archived: true },
    { type: 'team', fields: { name: 'Payments', kind: 'platform' } },
    { type: 'person', fields: { name: 'Zoë Müller', role: 'Engineer' } },
  ])
  room = await aControlRoom({ data })
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await room.close()
})

const field = (page: Page) => page.getByRole('combobox')
const options = (page: Page) => page.getByRole('option')

async function openPalette(page: Page): Promise<void> {
  await open(page, `${room.url}/repositories`)
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
}

/** The option that the field says is chosen. */
async function chosen(page: Page): Promise<string | undefined> {
  const id = await field(page).getAttribute('aria-activedescendant')
  return id === null ? undefined : page.locator(`[id="${id}"]`).innerText()
}

test('the keys alone find a mistyped record and lead to it', async () => {
  const { page, complaints } = await aPage(browser)
  await openPalette(page)
  await page.keyboard.type('pyaments')
  await page.getByRole('option', { name: 'Payments' }).waitFor()
  expect(await chosen(page)).toContain('TEAM-1')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/records/TEAM-1')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  expect(complaints).toEqual([])
})

test('pages come first, then records, with archived ones last and the place in a text', async () => {
  const { page } = await aPage(browser)
  await openPalette(page)
  await page.keyboard.type('deliver')
  await page.getByRole('option', { name: 'Deliver every day' }).waitFor()
  const found = await options(page).allInnerTexts()
  expect(found.map((text) => text.split('\n')[0])).toEqual([
    'Delivery',
    'Deliver every day',
    'Halve the lead time',
    'Delivery by drone',
  ])
  expect(found.at(-1)).toContain('archived')
  await field(page).fill('policy')
  await page.locator('mark', { hasText: 'policies' }).waitFor()
  expect(await options(page).allInnerTexts()).toEqual([
    expect.stringContaining('Customers wait less for policies.'),
  ])
})

test('an Enter that is faster than the answer opens what was asked for last, and nothing of before', async () => {
  const { page } = await aPage(browser)
  await openPalette(page)
  await page.keyboard.type('zoe')
  await page.getByRole('option', { name: 'Zoë Müller' }).waitFor()
  await page.route('**/api/v1/search*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await field(page).fill('goal-2')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/records/*')
  expect(new URL(page.url()).pathname).toBe('/records/GOAL-2')
})

test('arrows go round, Escape gives the focus back, and the same keys close what they opened', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/repositories`)
  const button = page.getByRole('button', { name: 'Search' })
  await button.click()
  await field(page).waitFor()
  const first = await chosen(page)
  await page.keyboard.press('ArrowUp')
  expect(await chosen(page)).toBe(await options(page).last().innerText())
  await page.keyboard.press('ArrowDown')
  expect(await chosen(page)).toBe(first)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('commands switch the language and the theme, and a page is a few letters away', async () => {
  const { page } = await aPage(browser, { colorScheme: 'light' })
  await openPalette(page)
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
  await page.keyboard.type('german')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Repositorys' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Datensätze, Seiten und Befehle suchen' }).waitFor()
  await page.keyboard.type('muller')
  await page.getByRole('option', { name: 'Zoë Müller Person PERSON-1' }).waitFor()
  await field(page).fill('tempo')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/people/pace*')
})

test('what cannot be found says so, whatever was typed, and a server that is gone is told', async () => {
  const { page } = await aPage(browser)
  await openPalette(page)
  for (const typed of [`%_'"\\`, '<img src=x onerror=alert(1)>', 'лодка', '目标', '🚀', 'x'.repeat(300)]) {
    await field(page).fill(typed)
    await page.getByText(`Nothing is called “${typed.slice(0, 200)}”`).waitFor()
  }
  await page.route('**/api/v1/search*', (route) => route.abort())
  await field(page).fill('other')
  await page.getByText('Records cannot be searched just now.').waitFor()
  expect(await options(page).count()).toBe(0)
})

describe.each([
  ['light', 'en-GB', 1280],
  ['dark', 'en-GB', 1280],
  ['light', 'de-DE', 390],
] as const)('in the %s theme, %s, %i pixels wide', (colorScheme, locale, width) => {
  test('the palette fits, and axe, the console and the content policy have nothing to say', async () => {
    const { page, complaints } = await aPage(browser, {
      colorScheme,
      locale,
      viewport: { width, height: 844 },
    })
    await openPalette(page)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.type('deliver')
    await page.getByRole('option', { name: 'Deliver every day' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await field(page).fill('policy')
    await page.locator('mark', { hasText: 'policies' }).waitFor()
    await field(page).fill('nothing of the kind')
    await page.getByText('nothing of the kind').waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
    expect(complaints).toEqual([])
  })
})
