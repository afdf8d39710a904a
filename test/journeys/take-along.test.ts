import { basename } from 'node:path'
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import ICAL from 'ical.js'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { aTeamRepository } from '../support/a-team-repository.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  browser = await launchBrowser()
  const repository = aTeamRepository()
  room = await aControlRoom({ repository: repository.path })
  await everythingRead(room.url)
  const write = (path: string, fields: object) => askApi(room.url, 'POST', path, { fields })
  const owns = ['app', 'server'].map((component) => ({
    repository: basename(repository.path),
    component,
    from: '2020-01-01',
  }))
  await write('/teams', { name: 'Checkout', kind: 'stream-aligned', components: owns })
  const size = { teams: ['TEAM-1'], low: 4, high: 9, horizon: 'now' }
  await write('/bets', {
    title: 'Refunds <b>at once</b>',
    wanted: '2099-01-01',
    wantedReason: 'Fair',
    ...size,
  })
  await write('/bets', { title: 'Only thought of', ...size })
  for (const side of ['product', 'design', 'engineering'])
    await askApi(room.url, 'POST', '/bets/BET-1/agree', { side })
  const { version } = await askApi(room.url, 'GET', '/bets/BET-1')
  await askApi(room.url, 'PATCH', '/bets/BET-1', { version, fields: { state: 'shaped' } })
  ;({ page, complaints } = await aPage(browser, { reducedMotion: 'reduce' }))
  await open(page, `${room.url}/direction/roadmap`)
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

const preview = (audience: string) => page.getByRole('img', { name: `Preview: roadmap for ${audience}` })
/** What is drawn once something was done, as it came. */
const drawnAfter = async (asked: string, act: () => Promise<unknown>) => {
  const answering = page.waitForResponse((answer) => answer.url().includes(`as=svg&for=${asked}`))
  await act()
  const text = await (await answering).text()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  const image = page.getByRole('img', { name: /^Preview/ })
  expect(await image.evaluate((each: HTMLImageElement) => each.decode().then(() => each.naturalWidth))).toBe(
    1600,
  )
  return text
}
const bytesOf = async (download: Download) => readFileSync(await download.path())
const press = async (name: string) => {
  const downloading = page.waitForEvent('download')
  await page.getByRole('dialog').getByLabel(name).focus()
  await page.keyboard.press('Enter')
  return downloading
}

test('by keyboard alone the roadmap is looked at for each audience and taken along in each form', async () => {
  const opener = page.getByRole('button', { name: 'Take along' })
  await opener.focus()
  expect(await drawnAfter('team', () => page.keyboard.press('Enter'))).toContain('BET-2')
  await preview('Team').waitFor()
  await page.getByRole('dialog').getByRole('radio', { name: 'Team' }).focus()
  await page.keyboard.press('ArrowRight')
  await preview('Board and investors').waitFor()
  const outside = await drawnAfter('outside', () => page.keyboard.press('ArrowRight'))
  await preview('Customers and others').waitFor()
  expect(new URL(page.url()).search).toBe('?take=outside')
  expect(outside).toContain('Refunds &lt;b&gt;at once&lt;/b&gt;')
  expect(outside).not.toMatch(/BET-|Only thought of|Checkout/)
  expect(await page.getByRole('dialog').getByText('Calendar file').count()).toBe(0)

  const svg = await press('Download as SVG')
  expect(svg.suggestedFilename()).toMatch(/^roadmap-outside-\d{4}-\d\d\.svg$/)
  expect((await bytesOf(svg)).toString()).toBe(outside)
  const png = await bytesOf(await press('Download as PNG'))
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    'PNG',
    3200,
    1800,
  ])
  expect((await bytesOf(await press('Download as Markdown'))).toString()).toContain('not promises')
  expect((await bytesOf(await press('Download as CSV'))).toString()).toMatch(/^title,horizon,from,until\r\n/)

  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('')
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('on paper it is one page wide, with the day and for whom it is, and bars keep their colour', async () => {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => Number(width) > Number(height),
  )
  expect(sizes).toEqual([true])
  expect(drawnIn(pdf)).toMatch(/\.168\d* \.392\d* \.588\d* rg/)
  await page.emulateMedia({ media: 'print' })
  // As wide as A4 across is between its margins.
  await page.setViewportSize({ width: 1032, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1032)
  const said = await page.locator('#content').innerText()
  expect(said).toMatch(/as of \d{1,2} \w+ \d{4}/)
  expect(said).toContain('For the team, not to be passed on')
  expect(said).toContain('Refunds')
  for (const unsaid of ['Take along', 'New bet', 'Group by']) expect(said).not.toContain(unsaid)
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('in the dark and on a phone it fits, and axe and the console have nothing to say', async () => {
  await page.getByRole('button', { name: 'Take along' }).click()
  await preview('Team').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByText('Deutsch', { exact: true }).last().click()
  expect(await drawnAfter('board', () => page.getByText('Board and investors').click())).toContain(
    'Vertraulich',
  )
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  const named = page.getByLabel('With keys and names of teams')
  expect(await drawnAfter('board', () => named.check())).toContain('BET-1')
  expect(complaints).toEqual([])
})

test('an address for the calendar is made, read by another program, and withdrawn', async () => {
  const made = await page.request.post(`${room.url}/api/v1/owner`, {
    data: { name: 'Olga', email: 'olga@example.com', password: 'correct horse battery' },
    headers: { origin: room.url },
  })
  expect(made.status()).toBe(201)
  await open(page, `${room.url}/direction/roadmap?take=team`)
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = await page.getByRole('dialog').locator('code').innerText()
  expect(address).toMatch(/\/calendar\/lsk_[\w-]{43}\.ics\?language=en$/)
  const calendar = await (await fetch(address)).text()
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent')
  const summaries = events.map((each) => String(each.getFirstPropertyValue('summary')))
  expect(summaries.join('\n')).toMatch(/Wanted: Refunds <b>at once<\/b> \(BET-1, over 95/)
  expect(summaries.join('\n')).toContain('Likely finished: Refunds')
  await page.getByRole('button', { name: /^Withdraw the address …/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('list', { name: 'Your addresses' }).waitFor({ state: 'detached' })
  expect((await fetch(address)).status).toBe(404)
})

/** What a PDF draws, unpacked. */
function drawnIn(pdf: Buffer): string {
  const parts = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
  return parts
    .map(([, packed = '']) => {
      try {
        return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
      } catch {
        // Letters and pictures are packed otherwise.
        return ''
      }
    })
    .join('\n')
}
