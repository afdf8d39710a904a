import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aRepository } from '../../src/evidence/git/testing/a-repository.ts'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, closePages, everythingRead, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served

beforeAll(async () => {
  const history = aRepository().commit({ files: { 'a.ts': 'export const a = 0\n' } })
  for (let count = 1; count <= 60; count++)
    history.commit({
      author: 'Quillon Zebrafeld <quillon@zebrafeld.example>',
      message: `feat: step ${count} of a shorter first run\n\nServes: ${count % 2 ? 'GOAL-1' : 'GOAL-2'}\n`,
      files: { 'a.ts': `export const a = ${count}\n` },
    })
  browser = await launchBrowser()
  room = await aControlRoom({ repository: history.write().path })
  const goal = (fields: object) => askApi(room.url, 'POST', '/goals', { fields })
  await goal({ title: 'Trials stay' })
  await goal({ title: 'Cut the first run to two minutes', parent: 'GOAL-1' })
  await goal({ title: 'Nobody works on this' })
  await everythingRead(room.url)
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await room.close()
})

test('the strand begins with the commits that name the record or one below it, and opens to all of them', async () => {
  const { page, complaints } = await aPage(browser)
  await open(page, `${room.url}/records/GOAL-1`)
  const strand = page.getByRole('navigation', { name: 'Line of sight' })
  const commits = strand.getByRole('button', { name: /^60 commits/ })
  expect(await commits.textContent()).toContain('feat: step 60 of a shorter first run')
  expect(await strand.getByRole('listitem').allTextContents()).toEqual([
    expect.stringContaining('60 commits'),
    expect.stringContaining('GOAL-2'),
    expect.stringContaining('GOAL-2'),
    expect.stringContaining('GOAL-1'),
    expect.stringContaining('GOAL-1'),
    'No goal above it yet',
  ])
  await commits.click()
  const list = page.getByRole('dialog', { name: 'Commits for GOAL-1' })
  await list.getByText('50 of 60').waitFor()
  await list.getByRole('button', { name: 'Show 10 more' }).click()
  await list.getByText('60 of 60').waitFor()
  expect(await list.textContent()).not.toMatch(/Quillon|Zebrafeld/)
  expect(await axeFaults(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

test('it is walked with the keys to its lower end, where the commits are', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/records/GOAL-1`)
  await page.getByRole('button', { name: /^60 commits/ }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL('**/records/GOAL-2')
  await page.getByRole('button', { name: /^30 commits/ }).waitFor()
  await page.keyboard.press('ArrowLeft')
  const list = page.getByRole('dialog', { name: 'Commits for GOAL-2' })
  await list.getByText('30 of 30').waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowRight')
  await page.waitForURL('**/records/GOAL-1')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Trials stay')
  await page.context().close()
})

test('where no commit names it there is a gap', async () => {
  const { page } = await aPage(browser)
  await open(page, `${room.url}/records/GOAL-3`)
  const strand = page.getByRole('navigation', { name: 'Line of sight' })
  await strand.getByText('Nothing is done for it yet').waitFor()
  expect(await strand.getByRole('button').count()).toBe(0)
  await page.context().close()
})
