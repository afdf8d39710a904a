import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRepository } from '../../src/evidence/git/testing/a-repository.ts'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

const author = 'Quillon Zebrafeld <quillon@zebrafeld.example>'
const address = '/direction/allocation?quarter=2026-Q1'
const review = '/direction/allocation/unjoined?quarter=2026-Q1'
let browser: Browser
let room: Served

beforeAll(async () => {
  const told = aRepository()
  const commit = (path: string, message: string) =>
    told.commit({ author, message, files: { [path]: `${message}\n` } })
  for (let count = 1; count <= 6; count++) commit('src/pay/euro.ts', `feat: round ${count} for BET-1`)
  for (let count = 1; count <= 4; count++) commit('src/pay/cent.ts', `Count cents ${count}`)
  for (let count = 1; count <= 2; count++) commit('docs/pay.md', `Explain ${count}`)
  commit('src/web/page.ts', 'refactor: gather\n\nServes: BET-2')
  browser = await launchBrowser()
  room = await aControlRoom({ repository: told.write().path })
  const create = (collection: string, fields: object) =>
    askApi(room.url, 'POST', `/${collection}`, { fields })
  await create('goals', { title: 'Paid on time' })
  await create('bets', { title: 'Euros', investment: 'feature', goals: ['GOAL-1'] })
  await create('bets', { title: 'Pages', investment: 'foundation' })
  const { key, version } = await create('bets', { title: 'Old notes' })
  await askApi(room.url, 'PATCH', `/bets/${key}`, { version, fields: { state: 'stopped' } })
  await create('allocations', {
    title: 'First quarter',
    quarter: '2026-Q1',
    feature: 40,
    foundation: 30,
    reliability: 20,
    upkeep: 10,
    floors: [{ investment: 'reliability', share: 15, risk: 'Back within an hour.' }],
  })
  await everythingRead(room.url)
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

test('plan and measure stand side by side, what is missed says what is at risk, and figures open to changes', async () => {
  const { page, complaints } = await aPage(browser)
  await open(page, `${room.url}${address}`)
  const look = page.getByRole('region', { name: 'What stands out' })
  expect(await look.textContent()).toContain(
    'Reliability missed its floor: 0 % of the changes, floor 15 %.'.replaceAll(' %', '\u00a0%'),
  )
  expect(await look.textContent()).toContain('At risk: Back within an hour.')
  expect(await look.textContent()).toContain('Foundation lies 22.3 points below the plan.')
  const company = page.getByRole('region', { name: 'Company' })
  await company.getByRole('link', { name: 'Intended: ALLOC-1' }).waitFor()
  await company.getByRole('button', { name: /^Feature: 46\s%, 6 changes/ }).click()
  const facts = page.getByRole('dialog', { name: 'Company, 2026-Q1: Feature' })
  await facts.getByText('6 of 6').waitFor()
  expect(await facts.textContent()).toContain('BET-1 · message')
  expect(await facts.textContent()).not.toMatch(/Quillon|Zebrafeld/)
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await facts.waitFor({ state: 'detached' })
  await company.getByRole('button', { name: /46\s% reach a goal/ }).waitFor()
  await company.getByRole('button', { name: 'trailer 1' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await open(page, `${room.url}${address}&facts=company.way.trailer`)
  const trailer = page.getByRole('dialog', { name: 'Company, 2026-Q1: trailer' })
  await trailer.getByText('refactor: gather').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('what names no bet is walked, assigned, taken back and made a rule with the keyboard', async () => {
  const { page, complaints } = await aPage(browser)
  await open(page, `${room.url}${address}`)
  await page.getByRole('link', { name: 'Changes without a bet' }).click()
  const groups = page.getByRole('list', { name: 'Changes without a bet' })
  const says = async (...texts: string[]) => {
    for (const text of texts) await page.getByText(text).first().waitFor()
  }
  await says('6 changes in 2 groups')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('j')
  expect(await focused(page)).toBe('Assign to BET-1')
  await page.keyboard.press('Enter')
  await says('4 changes assigned to BET-1.', '2 changes in 1 group')
  expect(await focused(page)).toBe('Choose a bet')
  await page.keyboard.press('u')
  await says('Taken back.', '6 changes in 2 groups')
  await page.keyboard.press('k')
  // The drawer leaves the hand at the group that comes next.
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('textbox').fill('Pages')
  await page.getByRole('dialog').getByRole('button', { name: 'BET-1' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await says('4 changes assigned to BET-2.', '2 changes in 1 group')
  await expect.poll(() => focused(page)).toBe('Choose a bet')
  await page.keyboard.press('u')
  await says('6 changes in 2 groups')
  await page.keyboard.press('k')
  await page.keyboard.press('r')
  await says('4 changes assigned to BET-1, and what comes in src/pay/** from now on')
  await says('2 changes in 1 group')
  const [rule] = (
    (await askApi(room.url, 'GET', '/bets/BET-1')) as unknown as { fields: { paths: object[] } }
  ).fields.paths // the API's own shape
  expect(rule).toMatchObject({ pattern: 'src/pay/**' })
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  const ended = dialog.getByRole('button', { name: 'BET-3' })
  expect(await ended.textContent()).toContain('Stopped')
  await dialog.getByRole('checkbox').check()
  expect(await ended.isDisabled()).toBe(true)
  await dialog.getByRole('checkbox').uncheck()
  expect(await ended.isEnabled()).toBe(true)
  await dialog.getByRole('textbox').fill('Pages')
  await dialog.getByRole('button', { name: 'BET-2' }).waitFor()
  await dialog.getByRole('button', { name: 'BET-1' }).waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await says('2 changes assigned to BET-2.', 'Every change belongs to a bet')
  expect(await groups.count()).toBe(0)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('both pages hold in German, in the dark and on a phone, and say what an empty quarter will show', async () => {
  const options = { locale: 'de-DE', colorScheme: 'dark', viewport: { width: 390, height: 800 } } as const
  const { page } = await aPage(browser, options)
  for (const path of [
    address,
    review,
    '/direction/allocation?quarter=2020-Q1',
    '/direction/allocation?quarter=x',
  ]) {
    await open(page, `${room.url}${path}`)
    expect(await axeFaults(page), path).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, path).toBeLessThanOrEqual(390)
  }
  await askApi(room.url, 'POST', '/allocations', { fields: { title: 'A second plan', quarter: '2026-Q1' } })
  await open(page, `${room.url}${address}`)
  await page.getByRole('region', { name: 'Firma: ALLOC-2' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await open(page, `${room.url}/direction/allocation?quarter=2020-Q1`)
  await page.getByText('Für 2020-Q1 war nichts geplant.').waitFor()
  await page.context().close()
})

test('who may not write sees the figures and no button to assign', async () => {
  const password = 'correct horse battery'
  const { page: owner } = await aPage(browser)
  const { page: member } = await aPage(browser)
  const post = async (page: Page, path: string, data: object) =>
    (await page.request.post(`${room.url}/api/v1${path}`, { data, headers: { origin: room.url } })).json()
  await askApi(room.url, 'POST', '/roadmap/assign', await firstChange())
  await post(owner, '/owner', { name: 'Olga Owner', email: 'olga@example.com', password })
  const { token } = (await post(owner, '/invitations', { role: 'member' })) as { token: string } // the API's own shape
  await post(member, '/invitations/accept', { token, name: 'Mika', email: 'mika@example.com', password })
  await open(member, `${room.url}${review}`)
  await member.getByRole('list', { name: 'Changes without a bet' }).waitFor()
  expect(await member.getByRole('main').getByRole('button').count()).toBe(0)
  await member.getByRole('link', { name: 'To the allocation' }).click()
  await member.getByRole('region', { name: 'Company: ALLOC-1' }).waitFor()
})

/** What takes the assignment of a change back, so that one is without a bet again. */
async function firstChange(): Promise<object> {
  const { changes } = (await askApi(
    room.url,
    'GET',
    '/roadmap/changes?quarter=2026-Q1&way=assigned&limit=1',
  )) as unknown as { changes: { repository: { id: string }; hash: string }[] } // the API's own shape
  return { repository: changes[0]?.repository.id, hashes: [changes[0]?.hash], bet: null }
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
