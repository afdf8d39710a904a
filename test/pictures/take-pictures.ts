// `npm run pictures`: takes the pictures of the guide anew, on a server of its own with the sample company.
import './own-temporary-folder.ts'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../../scripts/root.js'
import { aControlRoom, aPage, everythingRead, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { launchBrowser } from '../support/browser.ts'
import { inviteColleagues } from './invite-colleagues.ts'
import type { Picture } from './picture.ts'
import { picturesOfTheSample, picturesOfTheStart } from './pictures.ts'

const folder = join(root, 'docs/pictures')

const taken = await takeAll()
// Only now, so that a picture that could not be taken leaves all of them as they were.
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const [name, bytes] of taken) writeFileSync(join(folder, `${name}.png`), bytes)
process.stdout.write(`${taken.size} pictures in docs/pictures\n`)

async function takeAll(): Promise<ReadonlyMap<string, Buffer>> {
  const room = await aControlRoom()
  const browser = await launchBrowser()
  try {
    const { page } = await aPage(browser, {
      colorScheme: 'light',
      reducedMotion: 'reduce',
      timezoneId: 'Europe/Berlin',
    })
    const pictures = new Map<string, Buffer>()
    for (const each of picturesOfTheStart) pictures.set(each.name, await takeOne(page, room.url, each))
    await askApi(room.url, 'POST', '/sample', { language: 'en' })
    await everythingRead(room.url)
    await inviteColleagues(page, room.url)
    for (const { arrange, ...each } of picturesOfTheSample) {
      const arrangeAll = async () => {
        // The strip moves all below it.
        await page.getByText('Everything here is made up.').waitFor()
        await arrange?.(page)
      }
      pictures.set(each.name, await takeOne(page, room.url, { ...each, arrange: arrangeAll }))
    }
    return pictures
  } finally {
    await browser.close()
    await room.close()
  }
}

async function takeOne(page: Page, url: string, { address, height, arrange }: Picture): Promise<Buffer> {
  await page.setViewportSize({ width: 1280, height })
  await open(page, url + address)
  await arrange?.(page)
  await page.waitForFunction(() => document.querySelector('.skeleton') === null)
  return page.screenshot({ animations: 'disabled' })
}
