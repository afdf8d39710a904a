import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal, type Kernel } from '#kernel'

const window = 15 * 60_000

/** Most attempts within the window: at one account from one address, at one account, from one address. */
const most = { both: 10, account: 100, address: 100, calendar: 60, 'no calendar': 100 } as const
type Counted = keyof typeof most

/**
 * Counts an attempt at an account before it is checked, so that many at once count, too; refuses one too many. Nothing
 * tells whether the account exists.
 */
export async function countAttempt(kernel: Kernel, email: string, address: string): Promise<void> {
  for (const each of subjects(kernel, email, address)) await count(kernel, each)
}

/** Counts an attempt that names no account, such as one by a passkey, by where it comes from alone. */
export async function countAttemptFrom(kernel: Kernel, address: string): Promise<void> {
  await count(kernel, subjects(kernel, '', address)[2])
}

/** Counts that a calendar is read, by its key: each time the forecast is reckoned anew. */
export async function countCalendarRead(kernel: Kernel, key: string): Promise<void> {
  await count(kernel, ['calendar', hashed(kernel, 'calendar', key)])
}

/** Counts a calendar that is not there, by where it was asked from; apart from attempts to sign in. */
export async function countWrongCalendar(kernel: Kernel, address: string): Promise<void> {
  await count(kernel, ['no calendar', hashed(kernel, 'no calendar', address)])
}

async function count(
  { store, clock }: Kernel,
  [kind, subject]: readonly [kind: Counted, subject: string],
): Promise<void> {
  const now = clock()
  const over = new Date(now.getTime() - window)
  const { rows } = await sql<{ count: number; since: Date }>`
    insert into sign_in_attempt as tried (workspace_id, subject, count, since)
    values (${store.workspaceId}, ${subject}, 1, ${now})
    on conflict (workspace_id, subject) do update set
      count = case when tried.since <= ${over} then 1 else tried.count + 1 end,
      since = case when tried.since <= ${over} then excluded.since else tried.since end
    returning count, since`.execute(store.database)
  const [row] = rows
  if (row && row.count > most[kind]) throw tooMany(kind, row.since.getTime() + window - now.getTime())
}

/** Forgets the attempts at an account from an address, once one was right. */
export async function forgetAttempts(kernel: Kernel, email: string, address: string): Promise<void> {
  const [both] = subjects(kernel, email, address)
  await kernel.store.database
    .deleteFrom('sign_in_attempt')
    .where('workspace_id', '=', kernel.store.workspaceId)
    .where('subject', '=', both[1])
    .execute()
}

/** Under keyed hashes: what was tried is nobody's to read. */
function subjects(kernel: Kernel, email: string, address: string) {
  const hash = (...parts: string[]) => hashed(kernel, 'sign-in', ...parts)
  return [
    ['both', hash(email, address)],
    ['account', hash(email)],
    ['address', hash('', address)],
  ] as const
}

function hashed({ store }: Kernel, ...parts: string[]): string {
  return createHmac('sha256', store.workspaceKey).update(JSON.stringify(parts)).digest('hex')
}

const tooManyOf = {
  calendar: {
    en: 'The calendar was asked for too often.',
    de: 'Der Kalender wurde zu oft abgefragt.',
  },
  signIn: {
    en: 'There were too many attempts to sign in.',
    de: 'Es gab zu viele Versuche, sich anzumelden.',
  },
} as const

function tooMany(kind: Counted, wait: number): Refusal {
  const minutes = Math.max(1, Math.ceil(wait / 60_000))
  return new Refusal(
    'too-much',
    tooManyOf[kind === 'calendar' || kind === 'no calendar' ? 'calendar' : 'signIn'],
    {
      en: `Wait ${minutes} min and try again.`,
      de: `Warte ${minutes} Min. und versuche es dann noch einmal.`,
    },
    [],
    { retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) },
  )
}
