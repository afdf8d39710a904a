import { basename } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aPlace, type Place } from '../../src/kernel/store/testing/a-store.ts'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, closePages, everythingRead, open } from '../support/a-control-room.ts'
import { aTeamRepository } from '../support/a-team-repository.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'
import { keepForecastOf } from '../support/keep-forecast-of.ts'

let browser: Browser
let room: Served
/** A database that two can open at once, so that what the program did on earlier days can be done beside it. */
let place: Place & { readonly location: { readonly url: string } }

const inWeeks = (weeks: number) => new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  browser = await launchBrowser()
  const repository = aTeamRepository()
  place = (await aPlace('postgresql')) as typeof place // which has an address
  const environment = { DATABASE_URL: place.location.url }
  room = await aControlRoom({ repository: repository.path, data: place.folder, environment })
  await everythingRead(room.url)
  const write = (path: string, fields: object) => askApi(room.url, 'POST', path, { fields })
  const owns = ['app', 'server'].map((component) => ({
    repository: basename(repository.path),
    component,
    from: '2020-01-01',
  }))
  await write('/teams', { name: 'Checkout', kind: 'stream-aligned', components: owns })
  await write('/goals', { title: 'Payments never fail' })
  const teams = ['TEAM-1']
  const size = { teams, low: 4, high: 9 }
  const wanted = { wanted: inWeeks(6), wantedReason: 'The fair begins.' }
  await write('/bets', { title: 'Refunds', horizon: 'now', goals: ['GOAL-1'], ...wanted, ...size })
  await write('/bets', { title: 'Invoices', horizon: 'now', after: ['BET-1'], ...size })
  await write('/bets', { title: 'Vouchers', horizon: 'now', order: 30, teams })
  await write('/bets', { title: 'Subscriptions', horizon: 'later', ...size })
  await write('/breaks', { title: 'Company week', from: inWeeks(2), until: inWeeks(3) })
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await room.close()
  await place.remove()
})

async function aBareRoom() {
  const { url, close } = await aControlRoom()
  return { url, [Symbol.asyncDispose]: close }
}

const openRoadmap = (page: Page, search = '') => open(page, `${room.url}/direction/roadmap${search}`)
const keysOf = (page: Page, group: string) =>
  page
    .getByRole('region', { name: group })
    .locator('[data-bet]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-bet')))
const orderOf = async (key: string) => (await askApi(room.url, 'GET', `/bets/${key}`)).fields['order']

test('every bet has its band and its days in words, or says why there is none and what to do', async () => {
  const { page } = await aPage(browser)
  await openRoadmap(page)
  const band = page.getByRole('button', { name: 'Forecast of BET-1', exact: true })
  expect(await band.getAttribute('title')).toMatch(
    /^Done by \d+ \w+ \d{4} in half of the trials, by .+ in 70 %, by .+ in 85 %, by .+ in 95 %\./,
  )
  const weights = await band
    .locator('[style*="opacity"]')
    .evaluateAll((slices) => slices.map((slice) => Number(getComputedStyle(slice).opacity)))
  expect(weights.length).toBeGreaterThan(1)
  expect(weights).toEqual(weights.toSorted((a, b) => b - a))
  const row = (key: string) => page.locator(`[data-bet="${key}"]`)
  expect(await row('BET-1').innerText()).toMatch(/85 % by .+\n(over 95|under 1|\d+) % by /)
  expect(await row('BET-1').innerText()).toContain('Payments never fail')
  expect(await row('BET-2').innerText()).toContain('waits for BET-1')
  expect(await row('BET-3').innerText()).toContain('It has no size.')
})

test('a band opens what stands behind it, and the address and Back know', async () => {
  const { page } = await aPage(browser)
  await openRoadmap(page)
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByText('What moves its date most').waitFor({ timeout: 40_000 })
  const text = await drawer.innerText()
  for (const said of ['in 95 of 100 trials by', '4 to 9 changes left', '65 working days', 'What holds it up'])
    expect(text).toContain(said)
  await drawer.getByRole('button', { name: 'Agree for design' }).click()
  await drawer.getByText(/agreed on .+, to version 1/).waitFor()
  const { href } = new URL(page.url())
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('')
  await open(page, href)
  await drawer.getByText('agreed on').waitFor()
})

test('Alt and an arrow move a bet at once and keep the focus on it, and it can be taken back', async () => {
  const { page } = await aPage(browser)
  await openRoadmap(page)
  expect(await keysOf(page, 'Now')).toEqual(['BET-3', 'BET-1', 'BET-2'])
  const handle = page.getByRole('button', { name: 'Move BET-2' })
  await handle.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByText('BET-2 now comes before BET-3.').waitFor()
  expect(await keysOf(page, 'Now')).toEqual(['BET-2', 'BET-3', 'BET-1'])
  expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await orderOf('BET-2')).toBe(20)
  await page.keyboard.press('u')
  await page.getByText('BET-2 is back in its place.').waitFor()
  expect(await keysOf(page, 'Now')).toEqual(['BET-3', 'BET-2', 'BET-1'])
  await page.reload()
  await page.getByRole('button', { name: 'Move BET-2' }).waitFor()
  expect(await keysOf(page, 'Now')).toEqual(['BET-3', 'BET-2', 'BET-1'])
})

test('a drag does the same, Escape ends it, and what others moved meanwhile is told and not taken back', async () => {
  const { page } = await aPage(browser)
  await openRoadmap(page)
  const before = await keysOf(page, 'Now')
  const [first, , last] = before
  const drag = async (from: string | null | undefined, onto: string | null | undefined) => {
    await page.getByRole('button', { name: `Move ${from}` }).hover()
    await page.mouse.down()
    const box = await page.locator(`[data-bet="${onto}"]`).boundingBox()
    if (!box) throw new Error(`${onto} is not there.`)
    await page.mouse.move(box.x + 40, box.y + 4, { steps: 4 })
  }
  await drag(last, first)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await keysOf(page, 'Now')).toEqual(before)
  await drag(last, first)
  await page.mouse.up()
  await page.getByText(`${last} now comes before ${first}.`).waitFor()
  const { version } = await askApi(room.url, 'GET', `/bets/${last}`)
  await askApi(room.url, 'PATCH', `/bets/${last}`, { version, fields: { order: 500 } })
  await page.waitForFunction(
    (key) => document.querySelector('[aria-label="Now"] [data-bet]')?.getAttribute('data-bet') !== key,
    last,
  )
  await page.keyboard.press('u')
  await page.getByText(`${last} was changed by somebody else meanwhile`).waitFor()
  expect(await orderOf(String(last))).toBe(500)
})

test('of two who move the same bet at once the later is told so, and the move of the other stays', async () => {
  const { page } = await aPage(browser)
  // Nobody tells this page what others do.
  await page.route('**/api/v1/events**', (route) => route.abort())
  await openRoadmap(page)
  const before = await keysOf(page, 'Now')
  const last = String(before.at(-1))
  const { version } = await askApi(room.url, 'GET', `/bets/${last}`)
  await askApi(room.url, 'PATCH', `/bets/${last}`, { version, fields: { order: -7 } })
  await page.getByRole('button', { name: `Move ${last}` }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByText(`${last} was changed by somebody else meanwhile and was not moved.`).waitFor()
  expect(await orderOf(last)).toBe(-7)
  await page.waitForFunction(
    (key) => document.querySelector('[aria-label="Now"] [data-bet]')?.getAttribute('data-bet') === key,
    last,
  )
  expect(await keysOf(page, 'Now')).toEqual([last, ...before.filter((key) => key !== last)])
})

test('the forecast of an earlier day stands behind, with how far each moved and why, and what was not kept is said', async () => {
  await keepForecastOf(place.location, inWeeks(-1))
  const { version } = await askApi(room.url, 'GET', '/bets/BET-1')
  await askApi(room.url, 'PATCH', '/bets/BET-1', { version, fields: { low: 30, high: 60 } })
  const { page } = await aPage(browser)
  await openRoadmap(page)
  await page.getByText('A week ago', { exact: true }).click()
  const row = page.locator('[data-bet="BET-1"]')
  await row.getByText(/^\d\d days later than on /).waitFor()
  expect(await row.locator('[data-baseline] span').count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'What moved' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('Resized from 4 to 9 to 30 to 60 changes.').waitFor()
  await drawer.getByRole('button', { name: 'BET-1 Refunds' }).click()
  const scope = drawer.getByText('What is left to do').locator('+ dd')
  expect(await scope.textContent()).toMatch(/^\d\d days later$/)
  await page.keyboard.press('Escape')
  await drawer.getByText('What moved since').waitFor()

  await openRoadmap(page, '?since=2020-01-01')
  await page.getByText('Nothing was kept on 1 Jan 2020. Forecasts are kept since').waitFor()
  expect(await page.locator('[data-baseline]').count()).toBe(0)
  await page.getByRole('button', { name: 'Compare with' }).click()
  await row.getByText(/days later than on /).waitFor()
  await page.getByText('130 days').click()
  await page.getByText('Forecasts are kept with the pace of 65 days.').waitFor()
  expect(await page.locator('[data-baseline]').count()).toBe(0)
})

test('how far forecasts held stands beside them, and opens to the cases', async () => {
  const { page } = await aPage(browser)
  await openRoadmap(page)
  await page.getByText(/^Only \d forecasts of the past can be judged; 10 are needed\./).waitFor()
  await page.getByRole('button', { name: 'The cases' }).click()
  const drawer = page.getByRole('dialog', { name: 'How far such forecasts hold' })
  await drawer.getByText('Each forecast').first().click()
  await drawer.getByRole('columnheader', { name: '85 % by' }).waitFor()
  const answer = await fetch(`${room.url}/api/v1/roadmap/backtest`)
  const { calibrations } = (await answer.json()) as { calibrations: [{ cases: unknown[] }] } // as the API says
  const { cases } = calibrations[0]
  expect(await drawer.getByRole('table').nth(1).getByRole('row').count()).toBe(cases.length + 1)
})

test('groups, the axis and the window of history stand in the address', async () => {
  const { page } = await aPage(browser)
  await openRoadmap(page)
  await page.getByText('Team', { exact: true }).click()
  await page.getByRole('region', { name: 'Checkout' }).waitFor()
  await page.keyboard.press('-')
  await page.getByText('130 days').click()
  await page.waitForURL('**window=130**')
  await openRoadmap(page, new URL(page.url()).search)
  expect(await page.getByRole('radio', { name: 'Team' }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: 'Year', exact: true }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: 'Pace of the last 130 working days' }).isChecked()).toBe(true)
  await page.getByText('Goal', { exact: true }).click()
  expect(await keysOf(page, 'Payments never fail')).toEqual(['BET-1'])
  await page.keyboard.press('n')
  await page.getByRole('dialog', { name: 'New bet' }).waitFor()
})

test('a room with nothing in it says the first step, and then the next', async () => {
  await using bare = await aBareRoom()
  const { page } = await aPage(browser)
  await open(page, `${bare.url}/direction/roadmap`)
  await page.getByText('No bet is open').waitFor()
  await askApi(bare.url, 'POST', '/bets', { fields: { title: 'Refunds' } })
  await page.getByText('Without a repository nothing is known of pace').waitFor()
  await page.getByText('No forecast. No team works on it.').waitFor()
  expect(await axeFaults(page)).toEqual([])
})

describe.each([
  ['light', 'en-GB', 1280],
  ['dark', 'de-DE', 390],
] as const)('in the %s theme, %s, %i pixels wide', (colorScheme, locale, width) => {
  test('the roadmap and its drawer fit, and axe, the console and the content policy have nothing to say', async () => {
    const { page, complaints } = await aPage(browser, {
      colorScheme,
      locale,
      reducedMotion: 'reduce',
      viewport: { width, height: 844 },
    })
    const isWhole = async () => {
      expect(await axeFaults(page)).toEqual([])
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0)
    }
    await openRoadmap(page, '?span=quarter&since=week')
    await isWhole()
    await openRoadmap(page, '?bet=BET-1&since=week')
    await isWhole()
    expect(complaints).toEqual([])
  })
})
