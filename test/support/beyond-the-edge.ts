import type { Page } from 'playwright-core'

const looks = 40

/**
 * By how many pixels the page, or a dialog on it, is wider than what is seen of it; empty where all of it fits. A page that
 * is still being laid out is looked at again for a while.
 */
export async function beyondTheEdge(page: Page): Promise<readonly number[]> {
  // What slides in is measured once it stands.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  let beyond = await measure(page)
  for (let look = 1; look < looks && beyond.length > 0; look++) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await page.waitForTimeout(50)
    beyond = await measure(page) // oxlint-disable-line no-await-in-loop -- likewise
  }
  return beyond
}

async function measure(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog')]
      .map((place) => place.scrollWidth - place.clientWidth)
      .filter((pixels) => pixels > 0),
  )
}
