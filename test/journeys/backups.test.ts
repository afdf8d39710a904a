import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFolder } from '../../src/evidence/git/testing/a-repository.ts'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, open } from '../support/a-control-room.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

const data = join(aFolder(), 'data')
let served: Served
let browser: Browser
beforeAll(async () => {
  served = await aControlRoom({ data })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

test('an owner makes a backup by hand and reads what is needed to restore it', async () => {
  const { page, complaints } = await aPage(browser)
  await open(page, `${served.url}/backups`)
  await page.getByText('There is none yet').waitFor()
  await page.getByRole('button', { name: 'Make one now' }).click()
  await page.getByRole('cell', { name: 'by hand' }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Make one now' }).isEnabled()).toBe(true)
  expect(await page.getByText(`--key-file ${join(data, 'backup.key')}`).count()).toBe(1)
  expect(await axeFaults(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

test('why none was made is told in the words of the reader', async () => {
  // Where a file lies in the place of the folder nothing can be kept.
  rmSync(join(data, 'backups'), { recursive: true, force: true })
  writeFileSync(join(data, 'backups'), '')
  const { page } = await aPage(browser, { locale: 'de-DE', viewport: { width: 390, height: 844 } })
  await open(page, `${served.url}/backups`)
  await page.getByRole('button', { name: 'Jetzt eine machen' }).click()
  await page.getByText('Die letzte Sicherung ist gescheitert').waitFor()
  expect(await page.getByText('ist kein Ordner').count()).toBe(1)
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.context().close()
})
