import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, closePages, open } from '../support/a-control-room.ts'
import { aFolderOfRecords } from '../support/a-folder-of-records.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served

beforeAll(async () => {
  browser = await launchBrowser()
  const data = await aFolderOfRecords([
    { type: 'person', fields: { name: 'Oda Quelle', role: 'Engineer' } },
    { type: 'person', fields: { name: 'Ben Stays', role: 'Engineer' } },
    { type: 'goal', fields: { title: 'Deliver daily', why: 'As Oda Quelle proposed.' } },
  ])
  room = await aControlRoom({ data })
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await room.close()
})

const asked = (page: Page) => page.getByRole('alertdialog')

test('what is stored about a person is given out, and erased once that was confirmed', async () => {
  const { page, complaints } = await aPage(browser)
  await open(page, `${room.url}/records/PERSON-1`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Give out everything' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toBe('PERSON-1.md')
  expect(readFileSync(await file.path(), 'utf8')).toContain('Oda Quelle')

  await page.getByRole('button', { name: 'Erase …' }).click()
  await asked(page).waitFor()
  // Whoever presses Enter at once has done nothing.
  await page.keyboard.press('Enter')
  await asked(page).waitFor({ state: 'detached' })
  expect(await askApi(room.url, 'GET', '/records/PERSON-1')).toMatchObject({ title: 'Oda Quelle' })

  await page.getByRole('button', { name: 'Erase …' }).click()
  await asked(page).getByRole('button', { name: 'Erase for good' }).click()
  await page.getByText('It is erased.').waitFor()
  await page.getByRole('link', { name: 'GOAL-1' }).waitFor()
  await expect.poll(async () => page.locator('h1').innerText()).not.toContain('Oda')
  const everything = await askApi(room.url, 'GET', '/people/PERSON-1/export')
  expect(JSON.stringify(everything)).not.toContain('Oda')
  expect(await askApi(room.url, 'GET', '/search?q=oda')).toMatchObject({ hits: [{ key: 'GOAL-1' }] })
  expect(complaints).toEqual([])
})

test.each([
  ['light', 'en-GB', 1280],
  ['dark', 'de-DE', 390],
] as const)('in the %s theme, %s, %i pixels wide, the question fits and axe is silent', async (...given) => {
  const [colorScheme, locale, width] = given
  const { page, complaints } = await aPage(browser, {
    colorScheme,
    locale,
    viewport: { width, height: 844 },
  })
  await open(page, `${room.url}/records/PERSON-2`)
  await page.getByRole('button', { name: /^(Erase|Löschen) …$/ }).click()
  await asked(page).waitFor()
  expect(await axeFaults(page)).toEqual([])
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth).toBe(clientWidth)
  await page.keyboard.press('Escape')
  await asked(page).waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})
