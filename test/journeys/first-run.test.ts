import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aFolder, type TestRepository } from '../../src/evidence/git/testing/a-repository.ts'
import { aControlRoom, aPage, closePages, everythingRead } from '../support/a-control-room.ts'
import { aTeamRepository } from '../support/a-team-repository.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served
let repository: TestRepository

beforeAll(async () => {
  browser = await launchBrowser()
  repository = aTeamRepository()
  room = await aControlRoom({ repository: repository.path })
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await room.close()
})

test('whoever opens the control room for the first time is led to the first figures', async () => {
  const { page, complaints } = await aPage(browser)
  await page.goto(room.url)
  await page.waitForURL('**/build/delivery')
  const frequency = page.locator('[data-figure="delivery.deployment-frequency"]')
  await frequency.waitFor()
  expect(await frequency.innerText()).toMatch(/\d/)
  expect(complaints).toEqual([])
})

test('a new release appears on the open page by itself', async () => {
  await everythingRead(room.url)
  const { page } = await aPage(browser)
  await page.goto(`${room.url}/build/delivery`)
  await page.getByRole('cell', { name: 'v1.32.1' }).waitFor()
  repository
    .commit({ at: Date.now() - 60_000, files: { 'app/new.ts': 'new\n' } })
    .tag('v9.9.9', { at: Date.now() - 30_000 })
  repository.write()
  const release = page.getByRole('cell', { name: 'v9.9.9' })
  await release.waitFor({ timeout: 15_000 })
  expect(await release.count()).toBe(1)
})

test('with nothing to read yet the first step is told, and a folder without a repository is refused in words', async () => {
  const empty = await aControlRoom()
  try {
    const { page } = await aPage(browser)
    await page.goto(empty.url)
    await page.waitForURL('**/welcome')
    await page.getByRole('link', { name: 'Look around without an account first' }).click()
    await page.waitForURL('**/start')
    const folder = aFolder()
    await page.getByLabel('Folder or address').fill(folder)
    await page.getByRole('button', { name: 'Add and read' }).click()
    expect(await page.getByRole('alert').innerText()).toContain(folder)
    await page.goto(`${empty.url}/build/delivery`)
    await page.getByRole('link', { name: 'Add a repository' }).click()
    await page.waitForURL('**/repositories')
  } finally {
    await empty.close()
  }
})

test('a refusal is told in the language of the page, and what is stored about people too', async () => {
  const empty = await aControlRoom()
  try {
    const { page } = await aPage(browser, { locale: 'de-DE' })
    await page.goto(`${empty.url}/repositories`)
    const nowhere = `${aFolder()}/nowhere`
    await page.getByLabel('Ordner oder Adresse').fill(nowhere)
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alert')
    await alert.getByText(`${nowhere} liegt nicht in den Ordnern`).waitFor()
    await alert.getByText('Nenne ein Repository in diesen Ordnern').waitFor()
    await page.getByRole('link', { name: 'Was über Menschen gespeichert ist' }).click()
    await page.getByRole('heading', { level: 2, name: 'Was sich nicht auswerten lässt' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    const title = page.getByRole('heading', { level: 2, name: 'What cannot be evaluated' })
    await title.waitFor()
    expect(await title.isVisible()).toBe(true)
  } finally {
    await empty.close()
  }
})

test('an address of a repository that is not there leads to those that are', async () => {
  const { page } = await aPage(browser)
  await page.goto(`${room.url}/people/knowledge?repository=none`)
  await page.getByText('There is no such repository.').waitFor()
  await page.getByRole('link', { name: /^repository-/ }).click()
  await page.locator('[data-figure="knowledge.truck-factor"]').waitFor()
  expect(new URL(page.url()).pathname).toBe('/people/knowledge')
})

test('a removed repository comes back on undo, and is gone when the page is left', async () => {
  const { page } = await aPage(browser)
  const other = await aControlRoom({ repository: repository.path })
  const known = async () => {
    const answer = (await (await fetch(`${other.url}/api/v1/repositories`)).json()) as {
      repositories: unknown[]
    } // the API's own shape
    return answer.repositories.length
  }
  try {
    await everythingRead(other.url)
    await page.goto(`${other.url}/repositories`)
    const entry = page.getByRole('heading', { level: 2, name: /repository-/ })
    await page.getByRole('button', { name: /^Remove/ }).click()
    await entry.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await entry.waitFor()
    expect(await known()).toBe(1)
    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.getByRole('link', { name: 'Delivery' }).click()
    await page.getByText('No repository yet').waitFor()
    expect(await known()).toBe(0)
  } finally {
    await other.close()
  }
})

test('when the server is gone the page says so calmly, and recovers by itself', async () => {
  const data = `${aFolder()}/data`
  const first = await aControlRoom({ repository: repository.path, data })
  await everythingRead(first.url)
  const { page } = await aPage(browser)
  await page.goto(`${first.url}/build/delivery`)
  await page.locator('[data-figure]').first().waitFor()
  await first.close()
  await page.getByText('The server does not answer.').waitFor()
  const again = await aControlRoom({ data, port: Number(new URL(first.url).port) })
  try {
    await page.getByText('The server does not answer.').waitFor({ state: 'detached' })
    expect(await page.locator('[data-figure]').count()).toBeGreaterThan(4)
  } finally {
    await again.close()
  }
})
