import type { Context } from 'hono'
import { z } from 'zod'
import { perform, Refusal, type Kernel } from '#kernel'
import { acceptInvitationByProvider, connectProvider, providerId } from '#workspace'
import type { ProviderUser } from '#surfaces/sign-in/provider.ts'
import { signInAddress, signInOf } from '#surfaces/sign-in/sign-in-of.ts'
import { handOn } from './door.ts'
import { identify } from './requester.ts'

/** Why somebody whom the provider sent back is not let in; the pages have words for each. */
type Why =
  | 'over'
  | 'declined'
  | 'down'
  | 'wrong'
  | 'unverified'
  | 'stranger'
  | 'known'
  | 'invitation'
  | 'other-address'
  | 'other-account'

const begunShape = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  invitation: z.string().nullable(),
  /** Who was signed in and wants to come by the provider from now on. */
  user: z.string().nullable(),
})

type Begun = z.infer<typeof begunShape>

/** Ends what was begun at the provider; gives the page to go on to, which is the one wanted or one that says why not. */
export async function endAtProvider(kernel: Kernel, context: Context, kept: unknown): Promise<string> {
  const begun = begunShape.safeParse(kept)
  if (!begun.success) return refused('over', null)
  const why = await end(kernel, context, begun.data)
  return why === null ? begun.data.next : refused(why, begun.data.user)
}

/** A page of this server as an address without its origin; the first page for everything else. */
export function placeOf(next: string | undefined, address: string): string {
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, address)) return '/'
  const place = new URL(next, address)
  return place.origin === new URL(address).origin ? place.pathname + place.search + place.hash : '/'
}

function refused(why: Why, user: string | null): string {
  return `${user === null ? '/sign-in' : '/account'}?why=${why}`
}

async function end(kernel: Kernel, context: Context, begun: Begun): Promise<Why | null> {
  const { isDeclined, userOfProvider } = await import('#surfaces/sign-in/provider.ts')
  let user: ProviderUser
  try {
    user = await userOfProvider(kernel, signInAddress(kernel), new URL(context.req.url).search, begun)
  } catch (error) {
    if (isDeclined(error)) return 'declined'
    if (!(error instanceof Refusal)) throw error
    return error.details['reason'] === 'down' ? 'down' : 'wrong'
  }
  return begun.user === null
    ? enter(kernel, context, begun, user)
    : connect(kernel, context, begun.user, user)
}

async function connect(
  kernel: Kernel,
  context: Context,
  begunBy: string,
  { issuer, subject, email }: ProviderUser,
): Promise<Why | null> {
  const requester = await identify(kernel, context, { goesOn: false })
  if (requester?.actor.kind !== 'user' || requester.actor.id !== begunBy) return 'over'
  if (email === null) return 'unverified'
  try {
    await perform(kernel, connectProvider, requester.actor, { issuer, subject, email }, 'web')
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.details['reason'] === 'other-account' ? 'other-account' : 'other-address'
  }
}

async function enter(
  kernel: Kernel,
  context: Context,
  { invitation }: Begun,
  user: ProviderUser,
): Promise<Why | null> {
  const known = await accountOf(kernel, user)
  if (known !== null) return begin(kernel, context, known)
  const { email, issuer, subject } = user
  if (email === null) return 'unverified'
  // Whoever made that account may have chosen the address themselves: its owner has to say that both are theirs.
  if (await hasAccount(kernel, email)) return 'known'
  if (invitation === null) return 'stranger'
  try {
    const name = user.name ?? email.split('@')[0]
    const holder = { kind: 'share-link', id: invitation } as const
    const account = { name, email, issuer, subject }
    const { id } = await perform(kernel, acceptInvitationByProvider, holder, account, 'web')
    return await begin(kernel, context, id)
  } catch (error) {
    if (error instanceof Refusal) return error.code === 'conflict' ? 'known' : 'invitation'
    throw error
  }
}

async function begin(kernel: Kernel, context: Context, user: string): Promise<Why | null> {
  const entered = await (await signInOf(kernel)).begin(user, context.req.header('user-agent'))
  if (!entered) return 'stranger'
  handOn(context, entered.cookies)
  return null
}

async function accountOf({ store }: Kernel, { issuer, subject }: ProviderUser): Promise<string | null> {
  const found = await store.database
    .selectFrom('sign_in_credential')
    .select('user_id')
    .where('provider_id', '=', providerId(issuer))
    .where('account_id', '=', subject)
    .executeTakeFirst()
  return found?.user_id ?? null
}

async function hasAccount({ store }: Kernel, email: string): Promise<boolean> {
  const found = await store.database
    .selectFrom('sign_in_user')
    .innerJoin('membership', 'membership.user_id', 'sign_in_user.id')
    .select('user_id')
    .where('workspace_id', '=', store.workspaceId)
    .where('removed_at', 'is', null)
    .where('email', '=', email)
    .executeTakeFirst()
  return found !== undefined
}
