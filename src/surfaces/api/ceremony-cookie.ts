import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Refusal, type Kernel } from '#kernel'
import { beginCeremony, endCeremony, patience, type CeremonyKind } from '#surfaces/sign-in/ceremonies.ts'
import { signInAddress } from '#surfaces/sign-in/sign-in-of.ts'

const path = '/api/v1'

/** Keeps what a sign-in that has begun needs, and gives the browser the cookie by which it goes on. */
export async function keepCeremony(
  kernel: Kernel,
  context: Context,
  kind: CeremonyKind,
  value: unknown,
): Promise<void> {
  setCookie(context, nameOf(kernel, kind), await beginCeremony(kernel, kind, value), {
    path,
    httpOnly: true,
    sameSite: 'Lax',
    secure: signInAddress(kernel).startsWith('https://'),
    maxAge: patience / 1000,
  })
}

/** What the same browser began, once; null where it began nothing, or too long ago. */
export async function takeCeremony(kernel: Kernel, context: Context, kind: CeremonyKind): Promise<unknown> {
  const name = nameOf(kernel, kind)
  const token = getCookie(context, name)
  if (token !== undefined) deleteCookie(context, name, { path })
  return endCeremony(kernel, kind, token)
}

/**
 * Where browsers find the server, which passkeys and a provider are bound to; refuses a browser that came by another
 * name, such as 127.0.0.1.
 */
export function ownAddress(kernel: Kernel, context: Context): string {
  const address = signInAddress(kernel)
  if (context.req.header('host')?.toLowerCase() === new URL(address).host) return address
  throw new Refusal(
    'conflict',
    {
      en: `That works under ${address} alone.`,
      de: `Das geht nur unter ${address}.`,
    },
    { en: 'Open Leitstand there.', de: 'Öffne Leitstand dort.' },
  )
}

/** The refusal of an answer to something that was never begun here, or too long ago. */
export function ceremonyOver(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'That took too long, or was begun elsewhere.',
      de: 'Das hat zu lange gedauert oder wurde woanders begonnen.',
    },
    { en: 'Begin again.', de: 'Beginne noch einmal.' },
  )
}

function nameOf({ store }: Kernel, kind: CeremonyKind): string {
  return `leitstand-${store.workspaceId.slice(0, 8)}.${kind}`
}
