import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

const inbox = '/direction/insights/inbox'
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

const write = (path: string, fields: object) => askApi(room.url, 'POST', path, { fields })
const fieldsOf = async (key: string) => (await askApi(room.url, 'GET', `/records/${key}`)).fields
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

test('an empty inbox says what to do first, and one line and Enter write the first insight', async () => {
  const { page, complaints } = await aPage(browser)
  await open(page, room.url)
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await says(page, 'Nothing new waits')
  await says(page, 'what did the last customer say to you?')
  await page.keyboard.press('n')
  await page.keyboard.type('The export loses <b>umlauts</b>')
  await page.keyboard.press('Enter')
  await says(page, 'INS-1 is noted.')
  await page.keyboard.type('Two want invoices in English')
  await page.keyboard.press('Enter')
  await says(page, 'INS-2 is noted.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await says(page, 'Taken back.')
  await page.getByRole('button', { name: 'Two want invoices' }).waitFor({ state: 'detached' })
  expect(await fieldsOf('INS-1')).toMatchObject({ title: 'The export loses <b>umlauts</b>', state: 'new' })
  expect((await askApi(room.url, 'GET', '/records/INS-2')).archivedAt).not.toBeNull()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the keyboard alone goes through what is new: let go, keep, join to a bet, make one, weigh, tell back', async () => {
  await write('/goals', { title: 'Bills are right the first time' })
  await write('/bets', { title: 'Umlauts survive every export' })
  await write('/bets', { title: 'Invoices in the language of the tenant', goals: ['GOAL-1'] })
  const heard = [
    'Prices are too high',
    'Somebody wants a fax',
    'It forgets me',
    'Bills come twice',
    'No dark mode',
  ]
  for (const title of heard) await write('/insights', { title, text: '**Always.**', consent: 'not-needed' })
  const { page, complaints } = await aPage(browser)
  await open(page, room.url + inbox)
  await page.getByRole('link', { name: 'New 6' }).waitFor()
  await page.keyboard.press('j')
  expect(await focused(page)).toContain('No dark mode')
  await page.keyboard.press('x')
  await says(page, 'INS-7 is let go.')
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Bills come twice'))
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  // Proposed for the goal that it serves, and taken as the first.
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('its goal GOAL-1 has “bills”').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await says(page, 'INS-6 speaks for BET-2.')
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('It forgets me'))
  await page.keyboard.press('y')
  await says(page, 'INS-5 is kept.')
  await page.keyboard.press('u')
  await says(page, 'Taken back.')
  await page.getByRole('button', { name: 'It forgets me' }).waitFor()
  await page.getByRole('button', { name: 'It forgets me' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('c')
  await page.keyboard.type('Sign in once and stay')
  await page.keyboard.press('Enter')
  await says(page, 'BET-3 is written, and INS-5 speaks for it.')
  await page.keyboard.press('j')
  expect(await focused(page)).toContain('Somebody wants a fax')
  await page.keyboard.press('w')
  await dialog.getByLabel('Customer').fill('Uferlicht')
  await dialog.getByLabel('How many').fill('3')
  await dialog.getByLabel('Revenue a year').fill('1200')
  await page.keyboard.press('Enter')
  await says(page, 'INS-4 is saved.')
  await page.getByRole('button', { name: /Somebody wants a fax.*Uferlicht · 3 customers · €1,200/ }).waitFor()
  await page.keyboard.press('b')
  await dialog.getByLabel('Bet, by its title').fill('umlauts')
  await dialog.getByRole('button', { name: 'BET-2' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await says(page, 'INS-4 speaks for BET-1.')
  // Beside it, what each bet weighs; it opens to its insights.
  const weight = page.getByRole('region', { name: 'Weight of each bet' })
  await weight.getByRole('button', { name: /BET-1.*1 insight · 3 customers · €1,200.00 a year/ }).click()
  await dialog.getByRole('link', { name: 'INS-4 Somebody wants a fax' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await askApi(room.url, 'PATCH', '/insights/INS-4', { version: 3, fields: { state: 'acted' } })
  await page.keyboard.press('3')
  await page.waitForURL(/view=untold/)
  await page.getByRole('button', { name: 'Somebody wants a fax' }).waitFor()
  const views = page.getByRole('navigation', { name: 'What waits' })
  expect(await views.locator('[aria-current]').allTextContents()).toEqual(['Acted on, not told back 1'])
  await page.keyboard.press('m')
  await says(page, 'INS-4: told back today.')
  await says(page, 'Everybody was told')
  expect(await fieldsOf('INS-4')).toMatchObject({ toldOn: new Date().toISOString().slice(0, 10), count: 3 })
  expect(await fieldsOf('INS-5')).toMatchObject({ state: 'kept', bets: ['BET-3'] })
  expect(await fieldsOf('INS-6')).toMatchObject({ state: 'kept', bets: ['BET-2'] })
  expect(await fieldsOf('INS-7')).toMatchObject({ state: 'let-go' })
  expect(complaints).toEqual([])
  await page.context().close()
})

test('two who decide at once both see both, and nothing is lost', async () => {
  const { page } = await aPage(browser)
  // What others do is not told while one looks, as on a train.
  await page.route('**/api/v1/events*', (route) => route.abort())
  await open(page, room.url + inbox)
  const row = page.getByRole('button', { name: 'Prices are too high' })
  await row.click()
  await askApi(room.url, 'PATCH', '/insights/INS-3', { version: 1, fields: { segment: 'Landlords' } })
  await page.keyboard.press('y')
  await says(page, 'INS-3 is kept. Somebody changed something else in it meanwhile; both hold.')
  expect(await fieldsOf('INS-3')).toMatchObject({ state: 'kept', segment: 'Landlords' })
  await page.getByRole('button', { name: 'The export loses' }).click()
  await askApi(room.url, 'PATCH', '/insights/INS-1', { version: 1, fields: { state: 'let-go' } })
  await page.keyboard.press('y')
  const conflict = page.getByRole('alert')
  await conflict.getByText('INS-1 was decided otherwise').waitFor()
  expect(await conflict.textContent()).toMatch(/State: yours.*Kept.*State: theirs.*Let go/)
  expect(await fieldsOf('INS-1')).toMatchObject({ state: 'let-go' })
  expect(await axeFaults(page)).toEqual([])
  await conflict.getByRole('button', { name: 'Make mine hold' }).press('Enter')
  await says(page, 'INS-1 is kept.')
  expect(await fieldsOf('INS-1')).toMatchObject({ state: 'kept' })
  await conflict.waitFor({ state: 'detached' })
  await page.context().close()
})

test('the page holds in the dark, in German and on a phone, where a finger does what a key does', async () => {
  await write('/insights', { title: 'Der Aufzug steht', text: '<script>alert(1)</script> und <b>mehr</b>' })
  const options = { locale: 'de-DE', viewport: { width: 390, height: 844 }, hasTouch: true }
  const { page, complaints } = await aPage(browser, options)
  await open(page, `${room.url}${inbox}?view=consent`)
  await says(page, 'Einwilligung, den Wortlaut aufzubewahren: nicht eingeholt.')
  await page.getByText('<script>alert(1)</script>').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page), colorScheme).toEqual([])
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Einwilligung', exact: true }).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Einwilligung').selectOption('Erteilt')
  await dialog.getByRole('button', { name: 'Speichern' }).tap()
  await says(page, /INS-8 ist gespeichert/)
  await says(page, 'Bis wann, ist nicht gesagt.')
  await page.getByRole('button', { name: 'Loslassen' }).tap()
  await says(page, 'INS-8 ist losgelassen.')
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await axeFaults(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

test('members sort and make no bets, guests see nothing of it', async () => {
  const password = 'correct horse battery'
  const { page: owner } = await aPage(browser)
  const post = async (page: Page, path: string, data: object) =>
    (await page.request.post(`${room.url}/api/v1${path}`, { data, headers: { origin: room.url } })).json()
  await write('/insights', { title: 'For a member' })
  await post(owner, '/owner', { name: 'Olga Owner', email: 'olga@example.com', password })
  const join = async (role: string) => {
    const { page } = await aPage(browser)
    const { token } = (await post(owner, '/invitations', { role })) as { token: string } // the API's own shape
    await post(page, '/invitations/accept', { token, name: role, email: `${role}@example.com`, password })
    return page
  }
  const member = await join('member')
  await open(member, room.url + inbox)
  await member.getByRole('button', { name: 'For a member' }).waitFor()
  expect(await member.getByRole('button', { name: 'New bet' }).count()).toBe(0)
  await member.keyboard.press('y')
  await says(member, 'INS-9 is kept.')
  const guest = await join('guest')
  await open(guest, room.url + inbox)
  expect(await guest.textContent('main')).not.toContain('For a member')
  expect(await guest.getByRole('main').getByRole('button').count()).toBe(0)
})
