import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aFolder } from '../../src/evidence/git/testing/a-repository.ts'
import { aPicture } from '../../src/kernel/attachments/testing/a-file.ts'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, closePages, open } from '../support/a-control-room.ts'
import { askApi } from '../support/ask-api.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
let room: Served
const folder = join(aFolder(), 'files')

beforeAll(async () => {
  mkdirSync(folder)
  browser = await launchBrowser()
  room = await aControlRoom()
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await room.close()
})

function aFile(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const shown = async (key: string) => {
  const { fields } = await askApi(room.url, 'GET', `/records/${key}`)
  return (fields['documents'] as { name: string }[] | null)?.map(({ name }) => name) ?? null
}

test('files are attached to a goal, shown, downloaded and taken away again', async () => {
  const { key } = await askApi(room.url, 'POST', '/goals', { fields: { title: 'With documents' } })
  const { page, complaints } = await aPage(browser)
  await open(page, `${room.url}/records/${key}`)
  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  await page
    .getByLabel('Documents')
    .setInputFiles([
      aFile('Skizze – 1.png', aPicture),
      aFile('offer.txt', '<script>document.title = 1</script>'),
    ])
  await page.getByRole('button', { name: 'Remove offer.txt' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  const picture = page.getByRole('img', { name: 'Skizze – 1.png' })
  await picture.waitFor()
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete && image.naturalWidth > 0),
  )
  expect(await shown(key)).toEqual(['Skizze – 1.png', 'offer.txt'])
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'offer.txt' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('offer.txt')

  const remove = async (...names: string[]) => {
    await page.getByRole('button', { name: 'Change: Documents' }).click()
    for (const name of names) await page.getByRole('button', { name: `Remove ${name}` }).press('Enter')
  }
  await remove('Skizze – 1.png')
  await page.keyboard.press('Control+Enter')
  await picture.waitFor({ state: 'detached' })
  await expect.poll(async () => shown(key)).toEqual(['offer.txt'])
  await remove('offer.txt')
  await page.getByRole('button', { name: 'Put offer.txt back' }).click()
  await page.getByRole('button', { name: 'Remove offer.txt' }).waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Change: Documents' }).waitFor()
  expect(await shown(key)).toEqual(['offer.txt'])
  expect(complaints).toEqual([])
})

test('what is no such file, too large or no file to keep is refused in words, and the rest stays', async () => {
  const { key } = await askApi(room.url, 'POST', '/goals', { fields: { title: 'Refusing' } })
  const { page, complaints } = await aPage(browser, { locale: 'de-DE' })
  await open(page, `${room.url}/records/${key}`)
  await page.getByRole('button', { name: 'Unterlagen', exact: true }).click()
  const input = page.getByLabel('Unterlagen')
  await input.setInputFiles([
    aFile('katze.png', '<!doctype html><script>alert(1)</script>'),
    aFile('seite.html', '<p>'),
    aFile('groß.txt', Buffer.alloc(10 * 2 ** 20 + 1, 'a')),
    aFile('gut.md', '# Gut'),
  ])
  await page.getByText('„katze.png“ ist nicht, was der Name sagt').waitFor()
  await page.getByText('Dateien wie „seite.html“ werden hier nicht aufbewahrt.').waitFor()
  await page.getByText('„groß.txt“ ist größer als 10 MiB.').waitFor()
  await page.getByRole('button', { name: 'gut.md entfernen' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  // Dropped and pasted files go the same way.
  await input.evaluate((element) => {
    const data = new DataTransfer()
    data.items.add(new File(['a;b'], 'tabelle.csv'))
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    const pasted = new DataTransfer()
    pasted.items.add(new File(['pasted'], 'eingefügt.txt'))
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
    )
  })
  await page.getByRole('button', { name: 'eingefügt.txt entfernen' }).waitFor()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByRole('link', { name: 'tabelle.csv' }).waitFor()
  expect(await shown(key)).toEqual(['gut.md', 'tabelle.csv', 'eingefügt.txt'])
  // The refusal itself is what the console tells.
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
})
