import type { Page } from 'playwright-core'

/** By how many pixels the page, or a dialog on it, is wider than what is seen of it; empty where all of it fits. */
export async function beyondTheEdge(page: Page): Promise<readonly number[]> {
  // What slides in is measured once it stands.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog')]
      .map((place) => place.scrollWidth - place.clientWidth)
      .filter((pixels) => pixels > 0),
  )
}
