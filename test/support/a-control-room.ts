import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { aFolder } from '../../src/evidence/git/testing/a-repository.ts'
import { serve, type Served } from '../../src/surfaces/serve/serve.ts'
import { everythingAnswered, noteQuestions } from './answers-under-way.ts'
import { lookOften } from './look-often.ts'

interface Asked {
  readonly repository?: string
  readonly port?: number
  readonly data?: string
  readonly environment?: NodeJS.ProcessEnv
}

/** A server of its own with its own data; settles once its database is open. */
export async function aControlRoom({
  repository,
  port = 0,
  data,
  environment = {},
}: Asked = {}): Promise<Served> {
  const served = await serve({
    repository: repository ?? null,
    // No repository stands here, so none is added unasked.
    folder: aFolder(),
    port,
    data: data ?? join(aFolder(), 'data'),
    say: () => {},
    environment,
  })
  await served.ready
  return served
}

/** Settles once everything of the first repository has been read, lines included. */
export async function everythingRead(url: string): Promise<{ readonly id: string }> {
  for (;;) {
    const answer = await fetch(`${url}/api/v1/repositories`)
    const { repositories } = (await answer.json()) as {
      repositories: {
        id: string
        generation: number
        scan: { phase: string; error: { message: string } | null }
      }[]
    } // the API's own shape
    const [repository] = repositories
    if (repository?.scan.error) throw new Error(repository.scan.error.message)
    if (repository && repository.generation > 0 && repository.scan.phase === 'done') return repository
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export interface Watched {
  readonly page: Page
  /** What the console said, errors that nobody caught, and what the content policy kept out. */
  readonly complaints: string[]
}

/** A page that remembers what went wrong on it. */
export async function aPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  lookOften(page)
  noteQuestions(page)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, complaints }
}

/** Closes what is open, for every open page reads again what the next test writes. */
export async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/** A phone held upright. */
export const narrow = { width: 390, height: 844 }

/** Every page that has an address of its own. */
export const addresses = [
  '/build/delivery',
  '/build/structure',
  '/people/knowledge',
  '/people/pace',
  '/repositories',
  '/privacy',
] as const

/** Opens an address and waits until nothing is still to come. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('h1').waitFor()
  await everythingAnswered(page)
  await page.waitForFunction(() => document.querySelector('.skeleton') === null)
  await page.evaluate(async () => {
    await document.fonts.ready
  })
}
