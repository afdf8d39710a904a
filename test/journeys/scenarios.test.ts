import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRepository } from '../../src/evidence/git/testing/a-repository.ts'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

const day = 86_400_000
const compare = '/direction/scenarios/compare'
let browser: Browser
let room: Served
let page: Page
let complaints: string[]

/** One change on each of the last hundred days, so that the only team has a pace. */
function aSteadyRepository() {
  const repository = aRepository()
  for (let ago = 100; ago >= 1; ago--)
    repository.commit({
      at: new Date(Date.now() - ago * day).toISOString(),
      files: { 'app/a.ts': `export const a = ${ago}\n` },
    })
  return repository.write()
}

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom({ repository: aSteadyRepository().path })
  await everythingRead(room.url)
  ;({ page, complaints } = await aPage(browser, { reducedMotion: 'reduce' }))
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

const write = (path: string, fields: object) => askApi(room.url, 'POST', path, { fields })
const bet = (name: string) => page.getByRole('listitem').filter({ hasText: name })
const reckoned = () => page.locator('[aria-busy="false"]').waitFor()

test('without a bet the page says what will stand there and what to do first', async () => {
  await open(page, room.url + compare)
  await page.getByText('No bet is ahead yet').waitFor()
  expect(await page.getByRole('link', { name: 'Write a bet' }).getAttribute('href')).toContain(
    '/direction/bets',
  )
})

test('from two bets to an adopted scenario', async () => {
  await write('/teams', { name: 'Checkout', kind: 'platform' })
  await write('/people', { name: 'Ada', team: 'TEAM-1' })
  await write('/goals', { title: 'Ship to the north' })
  for (const title of ['Parcels', 'Returns'])
    await write('/bets', { title, teams: ['TEAM-1'], low: 20, high: 20, goals: ['GOAL-1'] })
  await open(page, room.url + '/direction/scenarios')
  await page.getByRole('link', { name: 'Compare' }).click()
  const before = await bet('Returns').getByText(/^by /).textContent()
  await page.getByRole('button', { name: 'Cut: Parcels' }).click()
  await bet('Parcels').getByText('not in it').waitFor()
  await bet('Returns')
    .getByText(/days earlier/)
    .waitFor()
  expect(await bet('Returns').getByText(/^by /).first().textContent()).toBe(before)
  await page.getByRole('button', { name: 'People join or leave' }).click()
  await page.getByLabel('How many').fill('2')
  await page.getByRole('cell', { name: /3 from/ }).waitFor()
  await page.getByLabel('Title of the scenario').fill('Only returns')
  await page.getByRole('button', { name: 'Save as scenario' }).click()
  await page.getByText('SCEN-1 is saved.').waitFor()
  await page.waitForURL(/of=SCEN-1/)
  // The hand goes on where the next thing is done.
  const adopt = page.getByRole('button', { name: 'Adopt', exact: true })
  await expect.poll(() => adopt.evaluate((button) => button === document.activeElement)).toBe(true)

  await page.getByRole('button', { name: 'Adopt', exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  expect(await dialog.textContent()).toContain('People are not written')
  await dialog.getByRole('button', { name: 'Adopt scenario' }).click()
  await dialog.getByText('Say why first.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('Why').fill('The north waits.')
  await dialog.getByRole('button', { name: 'Adopt scenario' }).click()
  await page.getByText('SCEN-1 is adopted, 1 record written.').waitFor()
  await page.getByText(/This scenario was adopted on/).waitFor()
  const { fields } = await askApi(room.url, 'GET', '/records/BET-1')
  expect(fields).toMatchObject({ state: 'stopped', ended: new Date().toISOString().slice(0, 10) })
  expect(complaints).toEqual([])
})

test('a saved one is moved and sized with the keyboard, taken back, and stands beside another', async () => {
  await write('/bets', { title: 'Labels', teams: ['TEAM-1'], low: 5, high: 5 })
  await write('/scenarios', { title: 'Labels first', bets: [{ bet: 'BET-3', change: 'move', order: 1 }] })
  await open(page, `${room.url}${compare}?of=SCEN-2&with=SCEN-1`)
  await reckoned()
  const titles = () => page.locator('[data-bet] a').allTextContents()
  expect(await titles()).toEqual(['Labels', 'Returns'])
  await page.getByRole('button', { name: 'Later: Labels' }).press('Enter')
  expect(await titles()).toEqual(['Returns', 'Labels'])
  await page.getByRole('button', { name: 'Move BET-3' }).press('Alt+ArrowUp')
  expect(await titles()).toEqual(['Labels', 'Returns'])
  await page.keyboard.press('u')
  expect(await titles()).toEqual(['Returns', 'Labels'])
  await page.keyboard.press('Control+z')
  expect(await titles()).toEqual(['Labels', 'Returns'])
  await page.getByRole('button', { name: 'Move BET-2' }).hover()
  await page.mouse.down()
  const box = await page.locator('[data-bet="BET-3"]').boundingBox()
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 4, { steps: 4 })
  await page.mouse.up()
  expect(await titles()).toEqual(['Returns', 'Labels'])
  // What is typed into a field at a stretch is one edit, and a text takes back its own.
  await page.getByLabel('At most: Labels').fill('60')
  await page.getByLabel('At most: Labels').fill('600')
  await page.keyboard.press('Control+z')
  expect(await page.getByLabel('At most: Labels').inputValue()).toBe('5')
  await page.getByLabel('At most: Returns').fill('2')
  expect(await page.getByLabel('At most: Returns').getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByRole('button', { name: 'Save changes' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Take all differences back' }).click()
  expect(await titles()).toEqual(['Labels', 'Returns'])
  // The one that was adopted says what of it is no longer to be done.
  await page.getByRole('columnheader', { name: 'Only returns' }).waitFor()
})

test('what was not saved is there again after a reload, and a wrong size says what is allowed', async () => {
  await open(page, `${room.url}${compare}?of=SCEN-2&with=SCEN-1&with=SCEN-1`)
  await reckoned()
  const most = page.getByLabel('At most: Returns')
  await most.fill('999999999')
  await bet('Returns')
    .getByText(
      '“At most” is 999,999,999; whole numbers from 1 to 10,000 are allowed. This size is not counted.',
    )
    .waitFor()
  expect(await most.getAttribute('aria-invalid')).toBe('true')
  await page.getByText(/^This can be saved when/).waitFor()
  await most.fill('25')
  await page.reload()
  await page.getByText('Your changes from before are here again.').waitFor()
  expect(await most.inputValue()).toBe('25')
  await page.getByRole('status').getByRole('button', { name: 'Take all differences back' }).click()
  expect(await most.inputValue()).toBe('20')
  await page.reload()
  await most.waitFor()
  expect(await most.inputValue()).toBe('20')
  expect(await page.getByText('Your changes from before').count()).toBe(0)
  // Of another account in the same tab nothing is left, nor shown.
  await page.evaluate(() => sessionStorage.setItem('leitstand.scenario-draft.other.SCEN-2', '{}'))
  await page.reload()
  await most.waitFor()
  expect(
    await page.evaluate(() => sessionStorage.getItem('leitstand.scenario-draft.other.SCEN-2')),
  ).toBeNull()
})

describe('the page', () => {
  test.each(['light', 'dark'] as const)('has nothing for axe in the %s theme', async (colorScheme) => {
    const { page: own, complaints: said } = await aPage(browser, { colorScheme, reducedMotion: 'reduce' })
    await open(own, `${room.url}${compare}?of=SCEN-2&with=SCEN-1`)
    await own.locator('[aria-busy="false"]').waitFor()
    expect(await axeFaults(own)).toEqual([])
    expect(said).toEqual([])
    await own.context().close()
  })

  test.each(['en-GB', 'de-DE'])('fits 390 pixels in %s', async (locale) => {
    const viewport = { width: 390, height: 844 }
    const { page: own } = await aPage(browser, { locale, viewport, reducedMotion: 'reduce' })
    await open(own, `${room.url}${compare}?of=SCEN-2`)
    await own.locator('[aria-busy="false"]').waitFor()
    const beyond = await own.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beyond).toBe(0)
    expect(await axeFaults(own)).toEqual([])
    await own.context().close()
  })
})
