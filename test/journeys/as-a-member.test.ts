import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { aTeamRepository } from '../support/a-team-repository.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

const password = 'correct horse battery'
let browser: Browser
let room: Served
let member: Page
const refused: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom({ repository: aTeamRepository().path })
  await everythingRead(room.url)
  const person = (fields: object) => askApi(room.url, 'POST', '/people', { fields })
  await person({ name: 'Ada Ahrens', email: 'ada@example.com', role: 'Backend' })
  await person({ name: 'Bo Brandt', email: 'bo@example.com' })
  const { page: owner } = await aPage(browser)
  const post = async (path: string, data: object) =>
    (await owner.request.post(`${room.url}/api/v1${path}`, { data, headers: { origin: room.url } })).json()
  await post('/owner', { name: 'Olga Owner', email: 'olga@example.com', password })
  const { token } = (await post('/invitations', { role: 'member' })) as { token: string } // the API's own shape
  ;({ page: member } = await aPage(browser))
  member.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url())
  })
  const joining = { token, name: 'Mika Member', email: 'mika@example.com', password }
  await member.request.post(`${room.url}/api/v1/invitations/accept`, {
    data: joining,
    headers: { origin: room.url },
  })
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

test('a member opens the list of people and a record in it, without what is for leadership', async () => {
  await open(member, `${room.url}/people/people`)
  await member.getByRole('link', { name: 'Ada Ahrens' }).waitFor()
  const heads = await member.getByRole('columnheader').allInnerTexts()
  expect(heads.join(' ')).toContain('Name')
  expect(heads.join(' ')).not.toMatch(/e-mail/i)
  expect(await member.textContent('body')).not.toContain('ada@example.com')
  expect(await member.getByRole('button', { name: 'New person' }).count()).toBe(0)
  expect(await axeFaults(member)).toEqual([])
  await member.getByRole('link', { name: 'Ada Ahrens' }).click()
  await member.getByRole('heading', { level: 1, name: 'Ada Ahrens' }).waitFor()
  await member.waitForFunction(() => document.querySelector('.skeleton') === null)
  expect(await member.textContent('body')).not.toContain('ada@example.com')
  expect(refused).toEqual([])
})

test('a member narrows figures to one component', async () => {
  await open(member, `${room.url}/build/delivery`)
  const filter = member.getByRole('combobox', { name: 'Component' })
  await filter.selectOption('server')
  await member.waitForURL(/component=server/)
  await member.waitForFunction(() => document.querySelector('.skeleton') === null)
  expect(refused).toEqual([])
})
