import { z } from 'zod'
import { assertAllowed, perform, Refusal, type Actor, type Kernel, type Surface } from '#kernel'
import { sealSecret, setProvider } from '#workspace'
import { discoverProvider, loadProvider, secretPlace } from './provider.ts'

const given = z.object({
  name: z.string(),
  issuer: z.url({ protocol: /^https?$/ }).max(2000),
  clientId: z.string().trim().min(1).max(500),
  clientSecret: z.string().trim().min(1).max(4000).nullish(),
})

/**
 * Sets up the provider by which members may sign in, after asking the issuer whether it is one. Without a secret the one
 * that is there stays, for the same issuer alone.
 */
export async function configureProvider(
  kernel: Kernel,
  actor: Actor,
  input: Readonly<Record<string, unknown>>,
  { allowPrivate, surface }: { readonly allowPrivate: boolean; readonly surface: Surface },
) {
  // Asking an issuer tells what can be reached from here.
  assertAllowed(setProvider, actor)
  const read = given.safeParse(input)
  if (read.success) {
    const { issuer, clientId, clientSecret } = read.data
    const secret = clientSecret ?? (await secretOf(kernel, issuer))
    if (secret !== null) await discoverProvider({ issuer, clientId, clientSecret: secret }, allowPrivate)
  }
  const { clientSecret, ...rest } = input
  const sealedSecret =
    typeof clientSecret === 'string' && clientSecret.trim() !== ''
      ? sealSecret(kernel.store.workspaceKey, secretPlace, clientSecret.trim())
      : null
  return perform(kernel, setProvider, actor, { ...rest, sealedSecret }, surface)
}

/** The secret that is kept for the issuer; null where there is none to be kept. */
async function secretOf(kernel: Kernel, issuer: string): Promise<string | null> {
  try {
    const known = await loadProvider(kernel)
    return known.issuer === issuer ? known.clientSecret : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
