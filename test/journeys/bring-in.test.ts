import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom()
  ;({ page, complaints } = await aPage(browser, { reducedMotion: 'reduce' }))
  // From the beginning, so that no dialog of the browser's own comes before it.
  page.on('filechooser', (chooser) => void chooser.setFiles(wanted))
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

const anIssue = (number: number, more: object = {}) => ({
  number,
  title: `Price in sight ${number}`,
  body: '**Measured** in May. <img src=x onerror=alert(1)> [click](javascript:alert(1))',
  state: 'OPEN',
  labels: [{ name: 'enhancement' }, { name: 'area: checkout' }],
  url: `https://github.com/acme/shop/issues/${number}`,
  assignees: [{ login: 'quillon' }],
  ...more,
})

const odd = anIssue(2, { state: 'CLOSED', stateReason: 'NOT_PLANNED', labels: [{ name: 'odd' }] })

const json = (...issues: readonly object[]) => ({
  name: 'issues.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(issues)),
})

let wanted = json()

/** Chooses a file as somebody without a mouse does. */
async function chooseByKey(file: typeof wanted) {
  wanted = file
  await page.getByLabel('Choose a file').press('Enter')
}

const choose = (file: typeof wanted) => page.locator('input[type=file]').setInputFiles(file)

const settled = () => page.locator('[aria-busy="false"]').waitFor()
const count = async (word: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(word, { exact: true }) })
    .locator('dd')
    .first()
    .textContent()

test('from the list to a file, its mapping, the dry run and the bets, with the keyboard', async () => {
  await open(page, `${room.url}/direction/bets`)
  await page.getByRole('link', { name: 'Bring in' }).press('Enter')
  await page.getByRole('heading', { name: 'Bring in', exact: true }).waitFor()
  expect(await page.title()).toBe('Bring in · Leitstand')
  expect(await axeFaults(page)).toEqual([])
  await chooseByKey(
    json(anIssue(1), odd, anIssue(3, { title: '' }), {
      ...anIssue(4),
      url: 'https://github.com/acme/shop/pull/4',
    }),
  )
  await page.getByText('issues.json: GitHub, 3 issues').waitFor()
  await page.getByText('Left out: assignees. 1 pull request is no issue and left out.').waitFor()
  expect(await count('new')).toBe('2')
  await page.getByRole('list', { name: 'Refused' }).getByText('Title is missing.').waitFor()

  await page.getByLabel('Investment: what odd becomes').selectOption('Learning')
  await settled()
  await page.getByRole('list', { name: 'The first rows' }).getByText('Learning').waitFor()
  await page.getByLabel('Horizon').selectOption('Next')
  await settled()
  expect(await page.locator('main').textContent()).not.toContain('quillon')

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page)).toEqual([])
  }
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.setViewportSize({ width: 1280, height: 900 })

  expect(await page.getByText('1 refused row stays out.').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Bring in 2 bets' }).press('Enter')
  await page.getByText('2 bets were made: BET-1 to BET-2. 1 row stayed out.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('It is in')
  expect(await axeFaults(page)).toEqual([])
  const { fields } = await askApi(room.url, 'GET', '/records/BET-2')
  expect(fields).toMatchObject({ state: 'stopped', investment: 'learning', horizon: 'next' })
})

test('the same file again makes nothing twice, and what somebody wrote here since is shown and kept', async () => {
  await askApi(room.url, 'PATCH', '/bets/BET-1', { version: 1, fields: { title: 'Our own words' } })
  await page.getByRole('button', { name: 'Bring in another file' }).press('Enter')
  await choose(json(anIssue(1, { title: 'Their words' }), odd))
  await settled()
  const kept = page.getByRole('list', { name: 'Kept' })
  await kept.getByText('here: Our own words').waitFor()
  expect(await count('new')).toBe('0')
  expect(await page.getByRole('button', { name: 'Bring in', exact: true }).isDisabled()).toBe(true)
  // As something else they are new.
  await page.getByLabel('insights').press('Space')
  await page.getByRole('button', { name: 'Bring in 2 insights' }).press('Enter')
  await page.getByText('2 insights were made: INS-1 to INS-2.').waitFor()
})

test('what is no such file says so in its place, and a text from outside runs nothing', async () => {
  await page.getByRole('button', { name: 'Bring in another file' }).press('Enter')
  await choose({ ...json(), name: 'broken.csv', buffer: Buffer.from('Title\n"One\n') })
  await page.getByRole('alert').getByText('The table is broken in line 2').waitFor()
  await choose({ ...json(), name: 'book.xlsx', buffer: Buffer.from('PK\u0003\u0004') })
  await page.getByRole('alert').getByText('This is a workbook').waitFor()
  // Two files were refused, which the browser says as well.
  expect(complaints.filter((said) => !said.includes('422'))).toEqual([])
  await open(page, `${room.url}/records/INS-1`)
  await page.getByText('Measured').waitFor()
  expect(await page.locator('main img, main a[href^="javascript"]').count()).toBe(0)
  await page.locator('main a[href="https://github.com/acme/shop/issues/1"]').waitFor()
})
