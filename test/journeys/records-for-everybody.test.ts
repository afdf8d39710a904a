import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, narrow, open, type Watched } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { beyondTheEdge } from '../support/beyond-the-edge.ts'
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

describe.each(addresses)('%s', (address) => {
  let english: Watched
  let german: Watched
  beforeAll(async () => {
    english = await aPage(browser, { viewport: narrow, reducedMotion: 'reduce' })
    german = await aPage(browser, { locale: 'de-DE', viewport: narrow, reducedMotion: 'reduce' })
    await Promise.all([english, german].map(({ page }) => open(page, room.url + address)))
  })
  afterAll(async () => {
    await Promise.all([english, german].map(({ page }) => page.context().close()))
  })

  test('fits 390 pixels in en-GB', async () => {
    await english.page.setViewportSize(narrow)
    expect(await beyondTheEdge(english.page)).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'has nothing for axe, the console or the content policy in the %s theme',
    async (colorScheme) => {
      await english.page.setViewportSize({ width: 1280, height: 900 })
      await english.page.emulateMedia({ colorScheme })
      expect(await axeFaults(english.page)).toEqual([])
      expect(english.complaints).toEqual([])
    },
  )

  test('fits 390 pixels in de-DE', async () => {
    expect(await beyondTheEdge(german.page)).toEqual([])
  })

  test('what scrolls sideways where it is narrow can be stood on with the keyboard', async () => {
    expect(await axeFaults(german.page)).toEqual([])
  })
})
