import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, closePages, everythingRead, open } from '../support/a-control-room.ts'
import { aTeamRepository } from '../support/a-team-repository.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom({ repository: aTeamRepository().path })
  await everythingRead(room.url)
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await room.close()
})

test('a figure opens its evidence by keyboard, holds the focus, and gives it back', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/build/delivery`)
  const scrolled = () => page.evaluate(() => scrollY)
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  const before = await scrolled()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('heading', { name: 'Lead time for changes' }).waitFor()
  expect(new URL(page.url()).searchParams.get('figure')).toBe('delivery.lead-time')
  await drawer
    .getByText(/change \d+ of/)
    .first()
    .waitFor()
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('Tab')
  // The browser's own bar may hold it for a moment, the page behind never.
  const holder = () =>
    page.evaluate(() => {
      const holder = document.activeElement
      return holder === document.body || holder?.closest('dialog') !== null
    })
  expect(await holder()).toBe(true)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('data-figure') === 'delivery.lead-time',
  )
  expect(await scrolled()).toBe(before)
  expect(new URL(page.url()).searchParams.has('figure')).toBe(false)
})

test('closing the evidence undoes the step that opened it, so that Back leads to where one was before', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/build/structure`)
  await page.getByRole('link', { name: 'Delivery' }).click()
  await page.locator('[data-figure]').first().click()
  await page.getByRole('dialog').waitFor()
  await page.reload()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Structure' }).waitFor()
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: 'Delivery' }).waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('a link to the evidence opens it, with everything that stands behind the figure', async () => {
  const { page } = await aPage(browser)
  await page.goto(`${room.url}/build/delivery?figure=delivery.lead-time&weeks=26`)
  const drawer = page.getByRole('dialog')
  await drawer.getByText('Commits behind it').waitFor()
  const text = await drawer.innerText()
  for (const word of [
    'As of',
    'Window',
    'Sample',
    'Spread',
    'How it moved',
    'When there is a figure',
    'Where the definition comes from',
  ])
    expect(text).toContain(word)
  const facts = drawer.locator('ul.divide-y > li')
  await facts.nth(49).waitFor()
  expect(await facts.first().innerText()).toMatch(
    /(feat|fix|chore|refactor|docs): change \d+ of (app|server|shared)\s+[0-9a-f]{10}\s/,
  )
  await drawer.getByRole('button', { name: /Show \d+ more/ }).click()
  await facts.nth(50).waitFor()
})

test('a figure about how people work shows no commits and says why', async () => {
  const { page } = await aPage(browser)
  await page.goto(`${room.url}/people/pace?figure=pace.out-of-hours`)
  const drawer = page.getByRole('dialog')
  await drawer.getByText('nobody can be picked out of it').waitFor()
  expect(await drawer.locator('ul.divide-y').count()).toBe(0)
})

test('Back closes the evidence and stays on the page', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/build/structure`)
  await page.locator('[data-figure="structure.hotspot"]').click()
  await page.getByRole('dialog').waitFor()
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe('/build/structure')
})

test('component, window, order and selection stand in the address and come back from it', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/build/structure`)
  await page.getByRole('combobox', { name: 'Component' }).selectOption('server')
  await page.getByText('26 w').click()
  await page.getByRole('button', { name: 'Changes', exact: true }).click()
  await page.getByRole('row', { name: /server\/ ?part-1\.ts/ }).click()
  await page.waitForURL('**selected=**')
  const address = page.url()
  const { page: other } = await aPage(browser)
  await open(other, address)
  expect(await other.getByRole('combobox', { name: 'Component' }).inputValue()).toBe('server')
  expect(await other.getByRole('radio', { name: '26 weeks' }).isChecked()).toBe(true)
  expect(await other.getByRole('columnheader', { name: 'Changes' }).getAttribute('aria-sort')).toBe(
    'descending',
  )
  expect(await other.getByRole('row', { name: /server\/ ?part-1\.ts/ }).getAttribute('aria-current')).toBe(
    'true',
  )
})
