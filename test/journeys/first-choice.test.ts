import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/kernel/index.ts'
import { writeBackup } from '../../src/workspace/index.ts'
import { aFolder, aRepository } from '../../src/evidence/git/testing/a-repository.ts'
import { backupOptions } from '../../src/surfaces/files/backup-options.ts'
import { serve } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, everythingRead } from '../support/a-control-room.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const password = 'correct horse battery'

async function createOwner(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.waitForURL('**/welcome')
  await page.getByLabel('Name').fill('Olga Owner')
  await page.getByLabel('E-mail address').fill('olga@example.com')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create the owner account' }).click()
}

test('an owner looks at the sample company, finds goals and figures, and removes it in one click', async () => {
  const data = join(aFolder(), 'data')
  const room = await aControlRoom({ data })
  try {
    const { page, complaints } = await aPage(browser)
    await createOwner(page, room.url)
    await page.waitForURL('**/start')
    await page.getByRole('heading', { level: 2, name: 'Restore a backup' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Look at the sample company' }).click()
    await page.waitForURL('**/direction/goals')
    await page
      .getByRole('link', { name: /^Ten thousand households/ })
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Delivery' }).click()
    const frequency = page.locator('[data-figure="delivery.deployment-frequency"]')
    await frequency.getByText(/\d/).first().waitFor()
    expect(await page.getByText('Everything here is made up.').isVisible()).toBe(true)
    expect(readdirSync(join(data, 'clones'))).toHaveLength(1)

    // Somebody tries it out; what they wrote is named before it goes.
    await page.evaluate(async () => {
      const answer = await fetch('/api/v1/goals', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ fields: { title: 'Tried out' } }),
      })
      if (!answer.ok) throw new Error(await answer.text())
    })
    await page.getByRole('button', { name: 'Remove the sample company' }).click()
    await page.getByRole('alertdialog').getByText('Tried out').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove it for good' }).click()
    await page.waitForURL('**/start')
    await page.getByRole('heading', { level: 2, name: 'My repository' }).waitFor()
    // The account stays, and whoever comes back is asked again.
    await page.goto(room.url)
    await page.waitForURL('**/start')
    while (readdirSync(join(data, 'clones')).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 50))

    await page.getByRole('button', { name: 'Deutsch' }).click()
    await page.getByRole('button', { name: 'Beispielfirma ansehen' }).click()
    await page.waitForURL('**/direction/goals')
    await page
      .getByRole('link', { name: /^Zehntausend Haushalte/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Beispielfirma entfernen' }).click()
    await page.getByRole('alertdialog').getByText('Es kam nichts hinzu.').waitFor()
    await page.getByRole('button', { name: 'Endgültig entfernen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Womit soll Leitstand beginnen?' }).waitFor()
    await page.getByRole('button', { name: 'Mit einem Ziel beginnen' }).click()
    await page.waitForURL('**/direction/goals')
    // Figures were asked for before the history was read, and while it was taken away.
    expect(complaints.filter((said) => !/status of 40[49]/.test(said))).toEqual([])
  } finally {
    await room.close()
  }
})

test('the repository that one stands in is offered, and is read only when it is chosen', async () => {
  const repository = aRepository().commit().tag('v1.0.0').write()
  const room = await serve({
    repository: null,
    folder: repository.path,
    port: 0,
    data: join(aFolder(), 'data'),
    say: () => {},
    environment: {},
  })
  await room.ready
  try {
    const { page } = await aPage(browser, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    await page.goto(`${room.url}/start`)
    await page.getByText('You started Leitstand in this repository.').waitFor()
    expect(await page.getByLabel('Folder or address').inputValue()).toBe(repository.path)
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Add and read' }).click()
    await page.waitForURL('**/build/delivery')
    await everythingRead(room.url)
  } finally {
    await room.close()
  }
})

test('a backup is restored into the empty workspace, and a wrong key leaves it as it is', async () => {
  const before = join(aFolder(), 'data')
  const old = await aControlRoom({ data: before })
  const answer = await fetch(`${old.url}/api/v1/goals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fields: { title: 'From before' } }),
  })
  expect(answer.status).toBe(201)
  await old.close()
  const store = await openStore({ folder: before }, backupOptions)
  const file = join(aFolder(), 'leitstand.backup')
  const secret = 'Grüße aus früher'
  await writeBackup(store.database, file, secret, backupOptions.blanks)
  await store.close()

  const data = join(aFolder(), 'data')
  const room = await aControlRoom({ data })
  try {
    const { page } = await aPage(browser)
    await page.goto(`${room.url}/start`)
    await page.getByLabel('Backup', { exact: true }).setInputFiles(file)
    await page.getByLabel('Key or passphrase').fill('something else')
    await page.getByRole('button', { name: 'Restore it' }).click()
    await page.getByRole('alert').waitFor()
    expect(readdirSync(data).filter((name) => name.startsWith('restoring-'))).toEqual([])
    await page.getByLabel('Key or passphrase').fill(secret)
    await page.getByRole('button', { name: 'Restore it' }).click()
    await page.waitForURL('**/direction/goals')
    await page.getByRole('link', { name: 'From before' }).waitFor()
    expect(readdirSync(data).filter((name) => name.startsWith('restoring-'))).toEqual([])
    expect(existsSync(join(data, 'database'))).toBe(true)
    // Where there is something, nothing is restored over it.
    const again = await fetch(`${room.url}/api/v1/restore`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-leitstand-secret': 'x' },
      body: 'x',
    })
    expect(again.status).toBe(409)
  } finally {
    await room.close()
  }
  const later = await aControlRoom({ data })
  const found = await fetch(`${later.url}/api/v1/goals/GOAL-1`)
  expect(await found.text()).toContain('From before')
  await later.close()
})
