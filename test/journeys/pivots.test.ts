import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRepository } from '../../src/evidence/git/testing/a-repository.ts'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

const day = 86_400_000
const course = '/direction/pivots/course'
let browser: Browser
let room: Served
let page: Page
let complaints: string[]

/** Three changes for the bet that will be stopped, one for the other, all in the last days. */
function aRepositoryOfStreets() {
  const repository = aRepository()
  const commit = (ago: number, message: string) =>
    repository.commit({
      author: 'Quillon Zebrafeld <quillon@zebrafeld.example>',
      at: new Date(Date.now() - ago * day).toISOString(),
      message,
      files: { 'app/a.ts': `${message}\n` },
    })
  for (let round = 1; round <= 3; round++) commit(4 - round / 10, `feat: street ${round} for BET-1`)
  commit(1, 'feat: house for BET-2')
  return repository.write()
}

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom({ repository: aRepositoryOfStreets().path })
  await everythingRead(room.url)
  ;({ page, complaints } = await aPage(browser, { reducedMotion: 'reduce' }))
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

const write = (path: string, fields: object) => askApi(room.url, 'POST', path, { fields })
const says = async (...texts: (string | RegExp)[]) => {
  for (const text of texts) await page.getByText(text).first().waitFor()
}
const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '')
const plan = (name: string) => page.getByRole('region', { name })

test('without a pivot the page says what will stand there and how to begin', async () => {
  await open(page, room.url + course)
  await says('No pivot is considered')
  expect(await page.getByRole('link', { name: 'Consider a pivot' }).getAttribute('href')).toContain(
    '/direction/pivots',
  )
})

test('before it is taken it says what stops, survives and breaks, and the list is made with the keyboard', async () => {
  await write('/teams', { name: 'Street team', kind: 'platform' })
  await write('/people', { name: 'Ada Ahrens' })
  await write('/goals', { title: 'A hundred streets', due: '2031-05-01', owner: 'PERSON-1' })
  await write('/bets', {
    title: 'Share across the street',
    goals: ['GOAL-1'],
    teams: ['TEAM-1'],
    wanted: '2031-02-03',
    wantedReason: 'Promised to the town.',
  })
  await write('/bets', { title: 'Houses with many flats', teams: ['TEAM-1'] })
  await write('/insights', {
    title: 'May we share?',
    customer: 'Lindenried',
    bets: ['BET-1'],
    toldOn: '2026-01-05',
  })
  await write('/scenarios', { title: 'Houses', goals: [{ goal: 'GOAL-1', change: 'drop' }] })
  await write('/pivots', { title: 'From streets to houses', scenario: 'SCEN-1', why: 'Only **permission**.' })
  await open(page, `${room.url}/records/PIVOT-1`)
  await page.getByRole('link', { name: 'Before and after' }).click()
  await says('Considered. Nothing is written yet')
  expect(await plan('What stops').textContent()).toMatch(/BET-1 Share across the street.*3 changes/)
  expect(await plan('What survives').textContent()).toContain('BET-2 Houses with many flats')
  const broken = await plan('Which promises it breaks').textContent()
  for (const text of [
    '3 Feb 2031',
    'Promised to the town.',
    '1 May 2031',
    'told to a customer',
    'Lindenried',
  ])
    expect(broken).toContain(text)
  expect(await plan('What would be lost').textContent()).toMatch(/Street team 3 changes/)
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    expect(await axeFaults(page), colorScheme).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize({ width: 1280, height: 900 })

  await page.keyboard.press('j')
  expect(await focused()).toContain('Ada Ahrens')
  await page.keyboard.press('a')
  await says('Ada Ahrens is on the list.')
  await page.keyboard.press('u')
  await says('Taken back.', 'Nobody is on the list yet.')
  await page.getByRole('listitem').filter({ hasText: 'Ada Ahrens' }).waitFor()
  await page.keyboard.press('k')
  expect(await focused()).toContain('Ada Ahrens')
  await page.keyboard.press('a')
  await says('Ada Ahrens is on the list.', 'Ends: A hundred streets.')
  await page.keyboard.press('n')
  const form = page.getByRole('dialog', { name: 'Somebody else' })
  await form.getByLabel('Whom').fill('Investors')
  await form.getByLabel('What it means for them').fill('Fewer households first.')
  await form.getByLabel('Due').fill('2026-01-15')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await says('Investors is on the list.', 'Fewer households first.')
  const { fields } = await askApi(room.url, 'GET', '/records/PIVOT-1')
  // The key of a person, so that nothing of them stays when they are erased.
  expect(fields['telling']).toMatchObject([
    { whom: 'PERSON-1', what: 'Ends: A hundred streets.' },
    { whom: 'Investors', due: '2026-01-15', what: 'Fewer households first.' },
  ])
})

test('taking it asks why, names what is written, and keeps the plan as it was', async () => {
  await page.getByRole('button', { name: 'Take the pivot' }).press('Enter')
  const dialog = page.getByRole('alertdialog')
  expect(await dialog.textContent()).toMatch(
    /SCEN-1 is adopted.*Stopped:.*BET-1 Share across the street.*Dropped:.*GOAL-1/,
  )
  await dialog.getByRole('button', { name: 'Take the pivot' }).click()
  await dialog.getByText('Say why first.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('Why').fill('It is permission that is scarce.')
  await dialog.getByRole('button', { name: 'Take the pivot' }).click()
  await says('PIVOT-1 is taken, 2 records written.', 'It is permission that is scarce.', 'Taken on')
  await askApi(room.url, 'PATCH', '/bets/BET-1', { version: 2, fields: { wanted: null, title: 'Renamed' } })
  await open(page, `${room.url}${course}?of=PIVOT-1`)
  expect(await plan('Which promises it broke').textContent()).toContain('3 Feb 2031')
  expect(await plan('What was stopped').textContent()).toMatch(/idea · 3 changes/)
})

test('after it the telling is tracked, and what was lost opens to the changes', async () => {
  await says('0 of 2 told.', '1 is overdue.')
  const attention = (await askApi(room.url, 'GET', '/attention')) as unknown as { items: { key: string }[] } // the API's own shape
  expect(attention.items.map(({ key }) => key)).toContain('telling-overdue PIVOT-1')
  await page.keyboard.press('j')
  expect(await focused()).toContain('Investors')
  await page.keyboard.press('m')
  await says('Investors: told today.', '1 of 2 told.')
  await page.getByText('1 is overdue.').waitFor({ state: 'detached' })
  const lost = plan('What was lost')
  await lost.getByRole('button', { name: '3 changes' }).press('Enter')
  const facts = page.getByRole('dialog', { name: 'BET-1: changes of Street team' })
  await facts.getByText('feat: street 3 for BET-1').waitFor()
  expect(await facts.textContent()).not.toMatch(/Quillon|Zebrafeld|house for/)
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await facts.waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('whoever does not lead is told that it is not for them', async () => {
  const password = 'correct horse battery'
  const { page: owner } = await aPage(browser)
  const { page: member } = await aPage(browser, { locale: 'de-DE', reducedMotion: 'reduce' })
  const post = async (by: Page, path: string, data: object) =>
    (await by.request.post(`${room.url}/api/v1${path}`, { data, headers: { origin: room.url } })).json()
  await post(owner, '/owner', { name: 'Olga Owner', email: 'olga@example.com', password })
  const { token } = (await post(owner, '/invitations', { role: 'member' })) as { token: string } // the API's own shape
  await post(member, '/invitations/accept', { token, name: 'Mika', email: 'mika@example.com', password })
  await open(member, `${room.url}${course}?of=PIVOT-1`)
  await member.getByRole('heading', { level: 1, name: 'Kurswechsel' }).waitFor()
  expect(await member.textContent('body')).not.toContain('streets')
})
