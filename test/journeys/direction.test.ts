import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRepository } from '../../src/evidence/git/testing/a-repository.ts'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served
const ask = (method: string, path: string, body?: object) => askApi(room.url, method, path, body)
const today = new Date()
const inDays = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  browser = await launchBrowser()
  const told = aRepository()
  for (let count = 1; count <= 6; count++)
    told.commit({
      message: `feat: pay ${count} for BET-1`,
      at: new Date(today.getTime() - (20 - count) * 86_400_000).toISOString(),
      files: { 'pay.ts': `export const n = ${count}\n` },
    })
  room = await aControlRoom({ repository: told.write().path })
  const create = (collection: string, fields: object) => ask('POST', `/${collection}`, { fields })
  await create('teams', { name: 'Shop', kind: 'stream-aligned' })
  await create('visions', {
    title: 'Everybody pays with a glance',
    text: 'In five years nobody carries a **wallet**.',
    audiences: [{ audience: 'Engineers', text: 'We build what answers at once.' }],
  })
  await create('strategies', {
    title: 'Shop by shop',
    vision: 'VISION-1',
    policies: [{ policy: 'We ask before we store.' }],
    refusals: [{ refusal: 'Cards' }],
  })
  await create('goals', { title: 'A thousand shops', baseline: 0, target: 1000, unit: 'shops' })
  const times = { from: inDays(-100), due: inDays(100) }
  await create('goals', { title: 'Ten shops', parent: 'GOAL-1', baseline: 0, target: 10, ...times })
  await create('goals', { title: 'Nobody waits' })
  await create('bets', { title: 'Euros', teams: ['TEAM-1'], goals: ['GOAL-2'], low: 2, high: 3 })
  for (const key of ['GOAL-1', 'GOAL-2', 'GOAL-3'])
    await ask('PATCH', `/goals/${key}`, { version: 1, fields: { state: 'active' } })
  await ask('POST', '/links', { from: 'GOAL-1', relation: 'serves', to: 'STRAT-1' })
  await everythingRead(room.url)
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

test('the tree of goals is walked, folded and checked in on with the keyboard, and its figures open', async () => {
  const { page, complaints } = await aPage(browser)
  await open(page, `${room.url}/direction/goals/tree`)
  const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(name) }).first()
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row'))
  expect(await page.locator('[data-row]').evaluateAll(idsOf)).toEqual([
    'GOAL-1',
    'GOAL-2',
    'GOAL-2.BET-1',
    'GOAL-3',
  ])
  expect(await row('GOAL-1').textContent()).toContain('only in goals below')
  expect(await row('GOAL-3').textContent()).toContain('no bet serves it')
  expect(await row('BET-1').textContent()).toContain('before the goal is due')
  await row('GOAL-1').focus()
  await press('ArrowDown', 'ArrowRight')
  expect(await focused()).toBe('GOAL-2.BET-1')
  await press('ArrowLeft', 'ArrowLeft')
  await page.waitForURL('**turned=GOAL-2')
  expect(await row('GOAL-2').getAttribute('aria-expanded')).toBe('false')
  expect(await page.locator('[data-row]').evaluateAll(idsOf)).toEqual(['GOAL-1', 'GOAL-2', 'GOAL-3'])
  await press('ArrowRight', 'c')
  const form = page.getByRole('form', { name: 'Check in on GOAL-2' })
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Give a value, a confidence or a note.').waitFor()
  await form.getByLabel('Value').fill('4')
  await form.getByLabel('Confidence').fill('150')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('The confidence is a number from 0 to 100').waitFor()
  await form.getByLabel('Confidence').fill('65')
  await press('Enter')
  await page.getByText('Checked in on GOAL-2.').waitFor()
  await row('GOAL-2').getByText('40 % of the way'.replace(' %', '\u00a0%')).waitFor()
  expect(await row('GOAL-2').textContent()).toContain('today')
  expect(await focused()).toBe('GOAL-2')
  expect(await axeFaults(page)).toEqual([])
  await press('u')
  await page.getByText('Taken back.').waitFor()
  await row('GOAL-2').getByText('No check-in yet').waitFor()
  await row('GOAL-1').getByRole('button', { name: '6 changes that reached GOAL-1. Show them.' }).click()
  const drawer = page.getByRole('dialog', { name: 'What reached GOAL-1' })
  await drawer.getByText('6 of 6').waitFor()
  expect(await drawer.textContent()).toContain('BET-1 · message')
  await press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await holdsEverywhere(page)
  await row('GOAL-2').focus()
  await press('Enter')
  await page.waitForURL('**/records/GOAL-2')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('a vision is published on the page on which it is read, written on behind it, and compared with what it was', async () => {
  const { page, complaints } = await aPage(browser)
  await open(page, `${room.url}/direction/vision`)
  await page.getByText('VISION-1 is not published yet').waitFor()
  await page.getByText('Members can read the draft at VISION-1').waitFor()
  await page.getByRole('button', { name: 'Publish edition 1' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('What is new, in one line').fill('The first one')
  await dialog.getByRole('button', { name: 'Publish edition 1' }).click()
  await page.getByRole('heading', { level: 1, name: 'Everybody pays with a glance' }).waitFor()
  await page.getByText('This strategy is not published yet.').waitFor()
  const how = page.getByRole('region', { name: 'How we get there' })
  await how.getByRole('button', { name: 'Publish' }).click()
  await dialog.getByRole('button', { name: 'Publish edition 1' }).click()
  await page.getByText('We ask before we store.').waitFor()
  const goals = page.getByRole('region', { name: 'What we want to reach now' })
  expect(await goals.getByRole('listitem').count()).toBe(2)
  await page.getByRole('link', { name: 'Engineers' }).click()
  await page.getByText('We build what answers at once.').waitFor()
  expect(await page.getByText('nobody carries').count()).toBe(0)
  await ask('PATCH', '/visions/VISION-1', { version: 2, fields: { text: 'In five years nobody waits.' } })
  await page.getByText('It was written on since edition 1.').waitFor()
  await page.getByText('Members can read the draft at VISION-1').waitFor()
  await page.getByRole('link', { name: 'Everybody', exact: true }).click()
  await page.getByText('In five years nobody carries a wallet.').waitFor()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog.getByRole('region', { name: 'Since edition 1' }).getByText('waits').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Publish edition 2' }).click()
  await page.getByRole('paragraph').filter({ hasText: 'In five years nobody waits.' }).waitFor()
  await page.getByRole('link', { name: 'Compare with edition 1' }).click()
  const since = page.getByRole('region', { name: 'What is otherwise since edition 1' })
  await since.getByText('wallet').waitFor()
  await holdsEverywhere(page)
  await page.getByRole('link', { name: 'Edition 1', exact: true }).click()
  await page.getByText('You are reading edition 1. The newest is edition 2.').waitFor()
  await page.getByText('In five years nobody carries a wallet.').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('who has read it says so, and who leads sees who has and who has not', async () => {
  const password = 'correct horse battery'
  const { page: owner, complaints } = await aPage(browser)
  const { page: member } = await aPage(browser)
  const post = async (page: Page, path: string, data: object) =>
    (await page.request.post(`${room.url}/api/v1${path}`, { data, headers: { origin: room.url } })).json()
  await post(owner, '/owner', { name: 'Olga Owner', email: 'olga@example.com', password })
  const { token } = (await post(owner, '/invitations', { role: 'member' })) as { token: string } // the API's own shape
  await post(member, '/invitations/accept', { token, name: 'Mika', email: 'mika@example.com', password })
  await open(member, `${room.url}/direction/vision`)
  await member.getByRole('button', { name: 'I have read it' }).click()
  await member.getByText('Noted: you have read edition 2.').waitFor()
  await member.getByText(/^You read it on/).waitFor()
  expect(await member.getByText('have read edition').count()).toBe(1)
  expect(await axeFaults(member)).toEqual([])
  await open(owner, `${room.url}/direction/vision`)
  await owner.getByRole('button', { name: '1 of 2 have read edition 2' }).click()
  const readers = owner.getByRole('dialog', { name: 'Who has read edition 2' })
  await readers.getByRole('region', { name: 'Not yet (1)' }).getByText('Olga Owner').waitFor()
  await readers.getByRole('region', { name: 'Have read it (1)' }).getByText('Mika').waitFor()
  expect(await axeFaults(owner)).toEqual([])
  await owner.keyboard.press('Escape')
  await readers.waitFor({ state: 'detached' })
  await open(member, `${room.url}/direction/goals/tree`)
  expect(await member.getByRole('button', { name: /^Check in/ }).count()).toBe(0)
  expect(complaints).toEqual([])
})

/** Looks at the page in the dark and on a phone, without loading it anew. */
async function holdsEverywhere(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

const idsOf = (rows: Element[]) => rows.map((row) => row.getAttribute('data-row'))
