import type { Picture } from './picture.ts'

/** Taken before anything is there. */
export const picturesOfTheStart: readonly Picture[] = [
  { name: 'first-choice', address: '/start', height: 940 },
  {
    name: 'keyboard',
    address: '/account',
    height: 960,
    async arrange(page) {
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    },
  },
]

const backlog = `Title,Notes,Status,Due,Labels
Meters that answer in the cellar,Radio does not reach the third floor down.,Doing,2027-02-26,hardware
One page for a landlord's whole street,They count houses and not flats.,Planned,2027-04-30,landlords
A bill that a child can read,,Someday,,"billing, words"
`

/** Taken of the sample company, by its owner. */
export const picturesOfTheSample: readonly Picture[] = [
  {
    name: 'goals',
    address: '/direction/goals?where=state:active&sort=due&columns=state,due,owner',
    height: 560,
    arrange: (page) => page.getByRole('link', { name: /^GOAL-1 / }).waitFor(),
  },
  {
    name: 'goal',
    address: '/records/GOAL-9',
    height: 900,
    arrange: (page) => page.getByRole('heading', { name: 'History' }).waitFor(),
  },
  {
    name: 'roadmap',
    address: '/direction/roadmap',
    height: 820,
    arrange: (page) => page.getByRole('button', { name: 'Forecast of BET-19' }).waitFor(),
  },
  {
    name: 'forecast',
    address: '/direction/roadmap?bet=BET-18',
    height: 600,
    arrange: (page) => page.getByRole('dialog').getByText('What moves its date most').waitFor(),
  },
  {
    name: 'allocation',
    address: '/direction/allocation',
    height: 760,
    arrange: (page) => page.getByRole('heading', { level: 1, name: 'Allocation' }).waitFor(),
  },
  {
    name: 'scenarios',
    address: '/direction/scenarios/compare?of=SCEN-3',
    height: 760,
    arrange: (page) => page.locator('h1').waitFor(),
  },
  {
    name: 'vision',
    address: '/direction/vision',
    height: 760,
    arrange: (page) => page.getByRole('heading', { name: 'How we get there' }).waitFor(),
  },
  {
    name: 'insights',
    address: '/direction/insights/inbox',
    height: 720,
    arrange: (page) => page.getByRole('heading', { name: 'Weight of each bet' }).waitFor(),
  },
  {
    name: 'pivot',
    address: '/direction/pivots/course?of=PIVOT-1',
    height: 760,
    arrange: (page) => page.getByRole('heading', { name: 'What was lost' }).waitFor(),
  },
  {
    name: 'bringing-in',
    address: '/direction/bring-in?as=bet',
    height: 900,
    async arrange(page) {
      await page.locator('input[type=file]').setInputFiles({
        name: 'backlog.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(backlog),
      })
      await page.getByText('Meters that answer in the cellar').first().waitFor()
    },
  },
  {
    name: 'delivery',
    address: '/build/delivery',
    height: 800,
    arrange: (page) => page.locator('[data-figure="delivery.deployment-frequency"]').waitFor(),
  },
  {
    name: 'evidence',
    address: '/build/delivery?figure=delivery.throughput',
    height: 715,
    arrange: (page) => page.getByRole('dialog').getByText('Commits behind it').waitFor(),
  },
  {
    name: 'search',
    address: '/direction/goals',
    height: 560,
    async arrange(page) {
      await page.keyboard.press('Control+k')
      await page.getByLabel('Search records, pages and commands').fill('hoseholds')
      await page.getByRole('option', { name: 'households' }).first().waitFor()
    },
  },
  {
    name: 'members',
    address: '/members',
    height: 700,
    arrange: (page) => page.getByText('Open invitations').waitFor(),
  },
  {
    name: 'erase',
    address: '/records/PERSON-4',
    height: 640,
    async arrange(page) {
      await page.getByRole('button', { name: 'Erase …' }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'backups',
    address: '/backups',
    height: 400,
    async arrange(page) {
      await page.getByRole('button', { name: 'Make one now' }).click()
      await page.getByRole('cell', { name: 'by hand' }).waitFor()
      await page.getByRole('button', { name: 'Make one now', disabled: false }).waitFor()
    },
  },
]
