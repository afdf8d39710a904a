import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, closePages } from '../support/a-control-room.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

const password = 'correct horse battery'
let browser: Browser
let room: Served

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom()
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await room.close()
})

test('the first screen makes the owner account, and leads on to the start page', async () => {
  const { page, complaints } = await aPage(browser)
  await page.goto(room.url)
  await page.waitForURL('**/welcome')
  await page.getByRole('heading', { name: 'Welcome to Leitstand' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('Name').fill('Olga Owner')
  await page.getByLabel('E-mail address').fill('olga@example.com')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create the owner account' }).click()
  await page.waitForURL('**/start')
  expect(complaints).toEqual([])
  await page.goto(`${room.url}/welcome`)
  await page.getByText('There is an owner account already.').waitFor()
})

test('whoever is nobody is led to the sign-in, in their language, and back to the page they wanted', async () => {
  const { page } = await aPage(browser, { locale: 'de-DE' })
  await page.goto(`${room.url}/members?weeks=26`)
  await page.waitForURL('**/sign-in?next=**')
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.getByLabel('E-Mail-Adresse').fill('olga@example.com')
  await page.getByLabel('Passwort', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.getByText('E-Mail-Adresse oder Passwort stimmen nicht.').waitFor()
  await page.getByLabel('Passwort', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.waitForURL('**/members?weeks=26')
  await page.getByText('Olga Owner').waitFor()
  await page.goto(`${room.url}/account`)
  await page.getByRole('button', { name: 'Abmelden', exact: true }).click()
  await page.waitForURL('**/sign-in?next=**')
})

test('a sign-in that is to lead elsewhere leads to the start page', async () => {
  const { page } = await aPage(browser)
  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example/']) {
    await signIn(page, `/sign-in?next=${encodeURIComponent(next)}`)
    await page.waitForURL('**/start')
    expect(new URL(page.url()).origin).toBe(room.url)
  }
})

test('an owner invites somebody, who joins by the link, once, and is removed again', async () => {
  const { page: owner } = await aPage(browser)
  await signIn(owner, '/sign-in?next=/members')
  await owner.getByLabel('As', { exact: true }).selectOption('leader')
  await owner.getByRole('button', { name: 'Make a link' }).click()
  const link = await owner.locator('output code').innerText()
  expect(link).toMatch(/\/join#lsi_[\w-]{43}$/)
  expect(await axeFaults(owner)).toEqual([])

  const { page: guest } = await aPage(browser)
  await guest.goto(link)
  await guest.getByText('You are invited as leader.').waitFor()
  expect(await axeFaults(guest)).toEqual([])
  await guest.getByLabel('Name').fill('Lea Leader')
  await guest.getByLabel('E-mail address').fill('lea@example.com')
  await guest.getByLabel('Password').fill(password)
  await guest.getByRole('button', { name: 'Join' }).click()
  await guest.waitForURL('**/direction/goals')

  const { page: late } = await aPage(browser)
  await late.goto(link)
  await late.getByText('This invitation is no longer open.').waitFor()

  await owner.reload()
  await owner.getByLabel('Role of Lea Leader').selectOption('member')
  await owner.getByRole('button', { name: 'Remove: Lea Leader' }).click()
  // Whoever presses Enter at once has done nothing, and is back where they were.
  await owner.getByRole('alertdialog', { name: 'Remove Lea Leader?' }).waitFor()
  await owner.keyboard.press('Enter')
  await owner.getByRole('alertdialog').waitFor({ state: 'detached' })
  await owner.locator('[aria-label="Remove: Lea Leader"]:focus').press('Enter')
  await owner.getByRole('button', { name: 'Remove for good' }).click()
  await owner.getByText('Lea Leader · lea@example.com').waitFor({ state: 'detached' })
  // The open page of whoever was removed notices by itself.
  await guest.waitForURL('**/sign-in**', { timeout: 15_000 })
})

test('a key is shown once, opens the API, and opens nothing any more once it is revoked', async () => {
  const { page } = await aPage(browser)
  await signIn(page, '/sign-in?next=/account')
  await page.getByLabel('What it is for').fill('the build server')
  await page.getByRole('button', { name: 'Make a key' }).click()
  const key = await page.locator('output code').innerText()
  const ask = async () =>
    (await fetch(`${room.url}/api/v1/repositories`, { headers: { authorization: `Bearer ${key}` } })).status
  expect(await ask()).toBe(200)
  expect(await axeFaults(page)).toEqual([])
  await page.reload()
  await page.getByText('the build server').waitFor()
  expect(await page.content()).not.toContain(key)
  await page.getByRole('button', { name: 'Revoke: the build server' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('No key is in use.').waitFor()
  expect(await ask()).toBe(401)
})

test('a member and a guest are shown and offered what they may do, and no page of theirs asks for more', async () => {
  const { page: owner } = await aPage(browser)
  await signIn(owner, '/sign-in?next=/members')
  const write = async (path: string, data: object) =>
    (await owner.request.post(`${room.url}/api/v1${path}`, { data, headers: { origin: room.url } })).json()
  await write('/goals', { fields: { title: 'Everybody reads this', due: '2026-12-31' } })
  const joined = async (role: string) => {
    const { token } = (await write('/invitations', { role })) as { token: string } // the API's own shape
    const { page } = await aPage(browser)
    const refused: string[] = []
    page.on('response', (answer) => {
      if (answer.status() === 403) refused.push(answer.url())
    })
    await page.goto(`${room.url}/join#${token}`)
    await page.getByLabel('Name').fill(`Mika ${role}`)
    await page.getByLabel('E-mail address').fill(`${role}@example.com`)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Join' }).click()
    await page.waitForURL((url) => url.pathname !== '/join')
    return { page, refused }
  }

  const { page: member, refused } = await joined('member')
  const rail = member.getByRole('navigation', { name: 'Rooms' })
  await rail.getByRole('link', { name: 'Members' }).waitFor()
  for (const name of await rail.getByRole('link').allInnerTexts()) {
    await rail.getByRole('link', { name, exact: true }).click()
    await member.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await member.waitForFunction(() => document.querySelector('.skeleton') === null)
  }
  expect(await rail.getByRole('link', { name: 'Backups' }).count()).toBe(0)
  await member.goto(`${room.url}/repositories`)
  await member.getByText('Owners can add one.').waitFor()
  await member.goto(`${room.url}/records/GOAL-1?form=edit`)
  await member.getByText('by Olga Owner', { exact: false }).waitFor()
  for (const name of ['Change', 'Archive', 'Change: Due', '+ Why', 'Add a link'])
    expect(await member.getByRole('button', { name, exact: true }).count()).toBe(0)
  expect(await member.getByRole('dialog').count()).toBe(0)
  expect(refused).toEqual([])
  await member.goto(`${room.url}/backups`)
  await member.getByText('Not open to your role').waitFor()

  const { page: guest, refused: toGuest } = await joined('guest')
  await guest.getByRole('heading', { level: 1, name: 'You are here as a guest' }).waitFor()
  expect(await guest.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['Account'])
  await guest.getByRole('navigation').getByRole('link').click()
  await guest.getByText('Mika guest · guest@example.com · guest').waitFor()
  expect(toGuest).toEqual([])
  await guest.goto(`${room.url}/records/GOAL-1`)
  await guest.getByText('Not open to your role').waitFor()
  expect(await axeFaults(guest)).toEqual([])
})

test('a password is changed, and every other session ends', async () => {
  const { page: there } = await aPage(browser)
  await signIn(there, '/sign-in?next=/account')
  const { page } = await aPage(browser)
  await signIn(page, '/sign-in?next=/account')
  await page.getByText('Change the password').first().click()
  await page.getByLabel('Current password').fill(password)
  await page.getByLabel('New password').fill('another long one')
  const heardAgain = page.waitForResponse((answer) => answer.url().includes('/api/v1/events'))
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('The password is changed.').waitFor()
  // This page is told of news as before, though its session is another one now.
  await heardAgain
  await there.waitForURL('**/sign-in**', { timeout: 15_000 })
  expect(await page.getByRole('button', { name: 'Sign out there' }).count()).toBe(0)
})

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(`${room.url}${address}`)
  await page.getByLabel('E-mail address').fill('olga@example.com')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
