import type { Page, Request } from 'playwright-core'

const underWay = new WeakMap<Page, Set<Request>>()

/** Notes from now on what the page asks and what was answered; the stream of news never ends and is left out. */
export function noteQuestions(page: Page): void {
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') asked.add(request)
  })
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
}

/** Settles once the page waits for no answer. */
export async function everythingAnswered(page: Page): Promise<void> {
  while (isAsking(page)) await new Promise((resolve) => setTimeout(resolve, 5))
}

function isAsking(page: Page): boolean {
  return (underWay.get(page)?.size ?? 0) > 0
}
