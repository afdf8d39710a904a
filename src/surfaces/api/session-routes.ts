import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { perform, Refusal, type Kernel } from '#kernel'
import {
  acceptInvitation,
  actorOfInvitation,
  changePassword,
  createOwner,
  hasMembers,
  nothingOpen,
  showInvitation,
} from '#workspace'
import type { AccountShape } from '#workspace/shape.ts'
import { countAttempt, forgetAttempts } from '#surfaces/sign-in/attempts.ts'
import { assertPassword, hashNewPassword } from '#surfaces/sign-in/new-password.ts'
import { isPublic, signInOf } from '#surfaces/sign-in/sign-in-of.ts'
import { body, openKernel, performFor } from './answering.ts'
import { clientAddress } from './client-address.ts'
import { handOn } from './door.ts'
import { notSignedIn, problem } from './problem.ts'
import { readInput } from './read-input.ts'
import { identify, languageOf, requesterOf } from './requester.ts'
import type { ApiHost } from './routes.ts'

const text = z.string().min(1).max(128)
const credentials = z.strictObject({ email: z.string().trim().toLowerCase().min(1).max(254), password: text })
const passwords = z.strictObject({ current: text, next: z.string() })
const joining = credentials.extend({ token: text, name: z.string() })

/** Adds the ways in and out: who one is, signing in and out, the first account, joining by a link. */
export function addSessionRoutes(app: Hono, host: ApiHost): void {
  app.get('/api/v1/session', async (context) => context.json(await whoAmI(openKernel(host), context)))

  app.post('/api/v1/session', async (context) => {
    const { email, password } = readInput(credentials, await body(context))
    return enter(openKernel(host), context, email, password, 200)
  })

  app.delete('/api/v1/session', async (context) => {
    const kernel = openKernel(host)
    const cookie = context.req.header('cookie')
    if (cookie !== undefined && (await hasMembers(kernel.store)))
      handOn(context, await (await signInOf(kernel)).leave(cookie))
    return context.body(null, 204)
  })

  app.post('/api/v1/owner', async (context) => {
    const { name, email, password } = readInput(credentials.extend({ name: z.string() }), await body(context))
    const passwordHash = await hashNewPassword(password)
    await performFor(host, context, createOwner, { name, email, passwordHash })
    return enter(openKernel(host), context, email, password, 201)
  })

  app.post('/api/v1/invitations/show', async (context) => {
    const kernel = openKernel(host)
    const { token } = readInput(joining.pick({ token: true }), await body(context))
    return context.json(await perform(kernel, showInvitation, await holderOf(kernel, token), {}, 'web'))
  })

  app.post('/api/v1/invitations/accept', async (context) => {
    const kernel = openKernel(host)
    const { token, name, email, password } = readInput(joining, await body(context))
    const holder = await holderOf(kernel, token)
    // Hashing costs: only for a link that is still open.
    await perform(kernel, showInvitation, holder, {}, 'web')
    const passwordHash = await hashNewPassword(password)
    await perform(kernel, acceptInvitation, holder, { name, email, passwordHash }, 'web')
    return enter(kernel, context, email, password, 201)
  })

  app.put('/api/v1/session/password', async (context) => {
    const kernel = openKernel(host)
    const { account } = await requesterOf(context)
    if (!account) throw personAlone()
    const { current, next } = readInput(passwords, await body(context))
    // The new one is looked at before the old one is tried.
    assertPassword(next)
    const address = clientAddress(context, isPublic(kernel))
    await countAttempt(kernel, account.user.email, address)
    const signIn = await signInOf(kernel)
    const currentHash = await signIn.hashIfRight(account.user.id, current)
    if (currentHash === null) return wrong(context)
    const passwordHash = await hashNewPassword(next)
    await performFor(host, context, changePassword, { currentHash, passwordHash })
    await forgetAttempts(kernel, account.user.email, address)
    const entered = await signIn.begin(account.user.id, context.req.header('user-agent'))
    handOn(context, entered?.cookies ?? [])
    return context.body(null, 204)
  })
}

async function whoAmI(kernel: Kernel, context: Context): Promise<AccountShape> {
  const requester = await identify(kernel, context)
  if (requester?.actor.kind === 'local') return { state: 'none' }
  if (requester?.actor.kind !== 'user' || !requester.account) return { state: 'signed-out' }
  const { user, sessionId, cookies } = requester.account
  handOn(context, cookies)
  // Whoever signs in has exactly one role.
  return { state: 'signed-in', ...user, role: requester.actor.roles[0]!, session: sessionId }
}

async function enter(
  kernel: Kernel,
  context: Context,
  email: string,
  password: string,
  status: 200 | 201,
): Promise<Response> {
  const address = clientAddress(context, isPublic(kernel))
  await countAttempt(kernel, email, address)
  const entered = await (await signInOf(kernel)).enter(email, password, context.req.header('user-agent'))
  if (!entered) return wrong(context)
  await forgetAttempts(kernel, email, address)
  handOn(context, entered.cookies)
  return context.json({ id: entered.user.id, name: entered.user.name }, status)
}

/** The same whatever was wrong, and whether or not there is such an account. */
function wrong(context: Context): Response {
  const words =
    languageOf(context) === 'de'
      ? {
          detail: 'E-Mail-Adresse oder Passwort stimmen nicht.',
          hint: 'Ist das Passwort verloren, hilft leitstand reset-password auf dem Rechner mit dem Datenordner.',
        }
      : {
          detail: 'The e-mail address or the password is wrong.',
          hint: 'If the password is lost, run leitstand reset-password on the machine of the data folder.',
        }
  const type = 'urn:leitstand:refusal:wrong-credentials'
  return problem(context, { type, title: notSignedIn[languageOf(context)], status: 401, ...words })
}

function personAlone(): Refusal {
  return new Refusal(
    'forbidden',
    { en: 'Only a person can change their password.', de: 'Nur ein Mensch kann sein Passwort ändern.' },
    { en: 'Sign in and do it yourself.', de: 'Melde Dich an und tu es selbst.' },
  )
}

/** Whoever holds the link of an invitation; refuses a secret that no invitation has. */
export async function holderOf(kernel: Kernel, token: string) {
  const holder = await actorOfInvitation(kernel.store, token)
  if (!holder) throw nothingOpen()
  return holder
}
