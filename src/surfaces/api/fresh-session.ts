import type { Context } from 'hono'
import { Refusal, type Kernel } from '#kernel'
import type { Entered } from '#surfaces/sign-in/sign-in.ts'
import { requesterOf } from './requester.ts'

const fresh = 60 * 60_000

/**
 * The account of a person who has just proved who they are. A way to sign in outlives the session that adds it, so a
 * browser that was left open must not do.
 */
export async function freshAccount(kernel: Kernel, context: Context): Promise<Entered> {
  const { account } = await requesterOf(context)
  if (!account)
    throw new Refusal(
      'forbidden',
      {
        en: 'Only a person who is signed in can do that.',
        de: 'Das kann nur ein Mensch, der angemeldet ist.',
      },
      { en: 'Sign in and do it yourself.', de: 'Melde Dich an und tu es selbst.' },
    )
  if (kernel.clock().getTime() - account.since.getTime() <= fresh) return account
  throw new Refusal(
    'forbidden',
    {
      en: 'You signed in too long ago for that.',
      de: 'Dafür liegt Deine Anmeldung zu lange zurück.',
    },
    { en: 'Sign out, sign in again and do it then.', de: 'Melde Dich ab, neu an und tu es dann.' },
  )
}
