import type { Hono } from 'hono'
import { z } from 'zod'
import { perform, type Kernel } from '#kernel'
import { removeProvider, showInvitation, showProvider } from '#workspace'
import { countAttemptFrom } from '#surfaces/sign-in/attempts.ts'
import { callbackPath } from '#surfaces/sign-in/callback-path.ts'
import { isPublic, signInAddress } from '#surfaces/sign-in/sign-in-of.ts'
import { body, openKernel, performFor } from './answering.ts'
import { keepCeremony, ownAddress, takeCeremony } from './ceremony-cookie.ts'
import { clientAddress } from './client-address.ts'
import { endAtProvider, placeOf } from './end-at-provider.ts'
import { freshAccount } from './fresh-session.ts'
import { readInput } from './read-input.ts'
import { requesterOf } from './requester.ts'
import type { ApiHost } from './routes.ts'
import { holderOf } from './session-routes.ts'

const wanted = z.object({ next: z.string().max(2000).optional(), invitation: z.string().max(128).optional() })

/** The library that knows OpenID Connect is loaded when a provider is first asked: the start must not wait for it. */
const providers = () => import('#surfaces/sign-in/provider.ts')

/** Adds what concerns signing in by the workspace's provider. */
export function addProviderRoutes(app: Hono, host: ApiHost): void {
  app.get('/api/v1/session/provider', async (context) =>
    context.json({ provider: await usableProvider(openKernel(host)) }),
  )

  app.post('/api/v1/session/provider', async (context) => {
    const kernel = openKernel(host)
    const address = ownAddress(kernel, context)
    const { next, invitation } = readInput(wanted, await body(context, 'may be missing'))
    await countAttemptFrom(kernel, clientAddress(context, isPublic(kernel)))
    const holder = invitation === undefined ? null : await holderOf(kernel, invitation)
    if (holder) await perform(kernel, showInvitation, holder, {}, 'web')
    const { askProvider } = await providers()
    const { location, checks } = await askProvider(kernel, address)
    await keepCeremony(kernel, context, 'provider', {
      ...checks,
      next: placeOf(next, address),
      invitation: holder?.kind === 'share-link' ? holder.id : null,
      user: null,
    })
    return context.json({ location })
  })

  app.post('/api/v1/session/provider/connect', async (context) => {
    const kernel = openKernel(host)
    const { user } = await freshAccount(kernel, context)
    const { askProvider } = await providers()
    const { location, checks } = await askProvider(kernel, ownAddress(kernel, context))
    await keepCeremony(kernel, context, 'provider', {
      ...checks,
      next: '/account',
      invitation: null,
      user: user.id,
    })
    return context.json({ location })
  })

  app.get(callbackPath, async (context) => {
    const kernel = openKernel(host)
    await countAttemptFrom(kernel, clientAddress(context, isPublic(kernel)))
    const begun = await takeCeremony(kernel, context, 'provider')
    return context.redirect(await endAtProvider(kernel, context, begun), 303)
  })

  app.get('/api/v1/sign-in-provider', async (context) => {
    const shown = await performFor(host, context, showProvider, {})
    return context.json({ ...shown, callback: `${signInAddress(openKernel(host))}${callbackPath}` })
  })

  app.put('/api/v1/sign-in-provider', async (context) => {
    const kernel = openKernel(host)
    const { actor, surface } = await requesterOf(context)
    const { configureProvider } = await import('#surfaces/sign-in/configure-provider.ts')
    const { allowsPrivateHosts } = await providers()
    const settings = { allowPrivate: allowsPrivateHosts(kernel), surface }
    return context.json(await configureProvider(kernel, actor, await body(context), settings))
  })

  app.delete('/api/v1/sign-in-provider', async (context) => {
    await performFor(host, context, removeProvider, {})
    return context.body(null, 204)
  })
}

/** What the sign-in page says of the provider; null where there is none, or its secret has to be given again. */
async function usableProvider({ store }: Kernel): Promise<{ readonly name: string } | null> {
  const found = await store.database
    .selectFrom('sign_in_provider')
    .select('name')
    .where('workspace_id', '=', store.workspaceId)
    .where('client_secret', '<>', '')
    .executeTakeFirst()
  return found ?? null
}
