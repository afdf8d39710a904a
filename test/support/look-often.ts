import type { Page } from 'playwright-core'

/** The parts of Playwright, which runs in this process, that are reached here; there is no setting for it. */
interface Frame {
  retryWithProgressAndBackoff(progress: object, look: object): Promise<unknown>
  retryWithProgressAndTimeouts(progress: object, waits: readonly number[], look: object): Promise<unknown>
}
interface Connection {
  toImpl(object: object): Frame
}

const waits = [10, 20, 30]
const changed = new WeakSet<object>()

/**
 * Playwright looks for what it waits for at ever longer distances, at last twice a second: a page that needs a third of
 * a second is seen after four fifths. Here it goes on looking often, so that no test waits for what is there already.
 */
export function lookOften(page: Page): void {
  const connection: Connection = Reflect.get(page, '_connection')
  const frame = connection.toImpl(page.mainFrame())
  const playwright = Object.getPrototypeOf(frame) as Frame // the class of which it is one
  if (changed.has(playwright)) return
  if (!playwright.retryWithProgressAndBackoff || !playwright.retryWithProgressAndTimeouts)
    throw new Error('Playwright waits in another way now: look-often.ts has to be written anew.')
  playwright.retryWithProgressAndBackoff = function (this: Frame, progress, look) {
    return this.retryWithProgressAndTimeouts(progress, waits, look)
  }
  changed.add(playwright)
}
