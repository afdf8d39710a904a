import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom()
  const write = (path: string, fields: object) => askApi(room.url, 'POST', path, { fields })
  const { key: owner } = await write('/people', { name: 'Ada' })
  const components = [{ repository: 'shop', component: 'services/payments-and-refunds', from: '2026-01-01' }]
  await write('/teams', { name: 'Checkout', kind: 'platform', lead: owner, components })
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  await write('/goals', {
    title: long,
    why: `A *reason*, <b>no tag</b> and ${long}.`,
    owner,
    labels: ['one'],
  })
  await askApi(room.url, 'POST', '/links', { from: 'TEAM-1', relation: 'owns', to: 'GOAL-1' })
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

const addresses = [
  '/direction/goals',
  '/direction/goals?form=new',
  '/people/people',
  '/records/GOAL-1',
  '/records/GOAL-1?form=edit',
  '/records/TEAM-1',
  '/kit',
]

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(addresses)('%s has nothing for axe, the console or the content policy', async (address) => {
    const { page, complaints } = await aPage(browser, { colorScheme, reducedMotion: 'reduce' })
    await open(page, room.url + address)
    expect(await axeFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

test.each(addresses.flatMap((address) => [[address, 'en-GB'] as const, [address, 'de-DE'] as const]))(
  '%s fits 390 pixels in %s',
  async (address, locale) => {
    const { page } = await aPage(browser, { locale, viewport: { width: 390, height: 844 } })
    await open(page, room.url + address)
    // What slides in is measured once it stands.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    const beyond = await page.evaluate(() => {
      const places = [document.documentElement, ...document.querySelectorAll('dialog')]
      return places.map((place) => place.scrollWidth - place.clientWidth)
    })
    expect(beyond.filter((pixels) => pixels > 0)).toEqual([])
  },
)

test.each(['/records/GOAL-1', '/records/TEAM-1'])(
  'what scrolls sideways on %s where it is narrow can be stood on with the keyboard',
  async (address) => {
    const { page } = await aPage(browser, { locale: 'de-DE', viewport: { width: 390, height: 844 } })
    await open(page, room.url + address)
    expect(await axeFaults(page)).toEqual([])
  },
)
