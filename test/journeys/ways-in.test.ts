import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Served } from '../../src/surfaces/serve/serve.ts'
import { aControlRoom, aPage, closePages } from '../support/a-control-room.ts'
import { anOpenIdProvider } from '../support/an-open-id-provider.ts'
import { axeFaults } from '../support/axe-faults.ts'
import { launchBrowser } from '../support/browser.ts'

const password = 'correct horse battery'
let browser: Browser
let room: Served
let provider: Awaited<ReturnType<typeof anOpenIdProvider>>

beforeAll(async () => {
  browser = await launchBrowser()
  room = await aControlRoom({ environment: { LEITSTAND_ALLOW_PRIVATE_HOSTS: 'yes' } })
  provider = await anOpenIdProvider(`${room.url}/api/v1/session/provider/callback`, {
    olga: { email: 'olga@example.com', email_verified: true },
    ivo: { email: 'Ivo@Example.com', email_verified: true, name: 'Ivo Invited' },
    stranger: { email: 'stranger@example.com', email_verified: true },
    loose: { email: 'loose@example.com', email_verified: false },
  })
  await fetch(`${room.url}/api/v1/owner`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Olga Owner', email: 'olga@example.com', password }),
  })
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await provider.close()
  await room.close()
})

test('a passkey is added, named, signs in by itself and by the button, and is taken away', async () => {
  const { page, complaints } = await aPage(browser)
  await aDevice(page)
  await signIn(page)
  await page.getByLabel('Name of the passkey').fill('Laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Rename: Laptop' }).click()
  await page.getByLabel('Name of the passkey').first().fill('Work laptop')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Work laptop').waitFor()
  expect(await axeFaults(page)).toEqual([])

  // The device says yes to what the browser offers beside the address, before anything is pressed.
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByText('last used').first().waitFor()

  // A browser that offers none beside the address.
  await page.evaluate(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
  })
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(at('/account'))

  await page.getByRole('button', { name: 'Take away: Work laptop' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take away' }).click()
  await page.getByText('You have no passkey yet.').waitFor()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('This passkey belongs to no account here.').waitFor()
  // Nobody is told nothing; that browsers complain of.
  expect(complaints.filter((each) => !each.includes('401'))).toEqual([])
})

test('an owner sets up a provider, which is asked at once, and its secret is never shown again', async () => {
  const { page } = await aPage(browser)
  await signIn(page)
  await page.goto(`${room.url}/members`)
  await page.getByRole('link', { name: 'Set up single sign-on' }).click()
  await page.getByText(`${room.url}/api/v1/session/provider/callback`).waitFor()
  await page.getByLabel('Name of the provider').fill('Company ID')
  await page.getByLabel('Issuer').fill('http://localhost:9')
  await page.getByLabel('Client id').fill(provider.clientId)
  await page.getByLabel('Client secret').fill(provider.clientSecret)
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByText('The sign-in provider at http://localhost:9 does not answer.').waitFor()
  await page.getByLabel('Issuer').fill(provider.issuer)
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('button', { name: 'Save' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.reload()
  await page.getByText('Left empty, the one that is there stays.').waitFor()
  expect(await page.content()).not.toContain(provider.clientSecret)
})

test('whoever is invited joins by the provider without a password, and signs in by it afterwards', async () => {
  const { page: owner } = await aPage(browser)
  await signIn(owner)
  await owner.goto(`${room.url}/members`)
  await owner.getByRole('button', { name: 'Make a link' }).click()
  const link = await owner.locator('output code').innerText()

  const { page } = await aPage(browser)
  await page.goto(link)
  await page.getByRole('button', { name: 'Join with Company ID' }).click()
  await sayWhoOneIs(page, 'ivo')
  await page.waitForURL(`${room.url}/direction/goals**`)
  await page.goto(`${room.url}/account`)
  await page.getByText('Ivo Invited · ivo@example.com · member').waitFor()
  await page.getByText('You can sign in with Company ID.').waitFor()
  expect(await page.getByText('Change the password').count()).toBe(0)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL('**/sign-in?next=**')
  await page.getByRole('button', { name: 'Sign in with Company ID' }).click()
  await page.waitForURL(at('/account'))
  await page.getByText('Ivo Invited').waitFor()
})

test.each([
  ['stranger', 'Nobody with your address belongs to this workspace.'],
  ['loose', 'The provider does not say that your e-mail address is verified.'],
  ['olga', 'There is an account with your address that is not connected yet.'],
])('the provider lets %s in by no means, and the page says why', async (name, words) => {
  const { page } = await aPage(browser)
  await page.goto(`${room.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Company ID' }).click()
  await sayWhoOneIs(page, name)
  await page.waitForURL(`${room.url}/sign-in?why=*`)
  await page.getByText(words).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('an account is connected by whoever is signed in, under its own address alone', async () => {
  const { page, context } = await aPageOf(browser)
  await signIn(page)
  const connect = async (name: string) => {
    await page.goto(`${room.url}/account`)
    await page.getByRole('button', { name: 'Connect with Company ID' }).click()
    await sayWhoOneIs(page, name)
    await page.waitForURL(at('/account'))
  }
  await connect('stranger')
  await page.getByText('The provider knows you under another address than this account has.').waitFor()
  await forgetTheProvider(context)
  await connect('olga')
  await page.getByText('You can sign in with Company ID.').waitFor()

  const { page: there } = await aPage(browser)
  await there.goto(`${room.url}/sign-in?next=${encodeURIComponent('/members?weeks=26')}`)
  await there.getByRole('button', { name: 'Sign in with Company ID' }).click()
  await sayWhoOneIs(there, 'olga')
  await there.waitForURL(`${room.url}/members?weeks=26`)
  expect(await axeFaults(page)).toEqual([])
})

test('what comes back from the provider opens nothing in a browser that did not ask for it', async () => {
  const { page, context } = await aPageOf(browser)
  await page.goto(`${room.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Company ID' }).click()
  await page.waitForURL(`${provider.issuer}/interaction/**`)
  await context.clearCookies({ name: /^leitstand-/ })
  await sayWhoOneIs(page, 'olga')
  await page.waitForURL(`${room.url}/sign-in?why=over`)
  await page.getByText('begun in another browser').waitFor()
  expect(await context.cookies(room.url)).not.toContainEqual(
    expect.objectContaining({ name: expect.stringContaining('session_token') as string }),
  )
})

test('a provider that is down is told of, and everything else still signs in', async () => {
  await provider.close()
  const { page } = await aPage(browser, { locale: 'de-DE' })
  await page.goto(`${room.url}/sign-in`)
  await page.getByRole('button', { name: 'Mit Company ID anmelden' }).click()
  await page.getByText(`Der Anbieter unter ${provider.issuer} antwortet nicht.`).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

async function aPageOf(from: Browser): Promise<{ page: Page; context: BrowserContext }> {
  const { page } = await aPage(from)
  return { page, context: page.context() }
}

/** The page of this path, whatever stands behind it. */
const at = (path: string) => (url: URL) => url.origin === room.url && url.pathname === path

/** Says at the provider's own page who one is, and that Leitstand may know. */
async function sayWhoOneIs(page: Page, name: string): Promise<void> {
  await page.waitForURL(`${provider.issuer}/interaction/**`)
  await page.locator('input[name=login]').fill(name)
  await page.locator('input[name=password]').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function forgetTheProvider(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: /^_(session|interaction|grant)/ })
}

/** Gives the page a device that holds passkeys and says yes to everything. */
async function aDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${room.url}/sign-in?next=/account`)
  await page.getByLabel('E-mail address').fill('olga@example.com')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(at('/account'))
}
