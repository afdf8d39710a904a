import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { Refusal } from '#kernel'
import { addPasskey, listWaysIn, removePasskey, renamePasskey } from '#workspace'
import { countAttemptFrom } from '#surfaces/sign-in/attempts.ts'
import { isPublic, signInOf } from '#surfaces/sign-in/sign-in-of.ts'
import { body, openKernel, performFor, query } from './answering.ts'
import { ceremonyOver, keepCeremony, ownAddress, takeCeremony } from './ceremony-cookie.ts'
import { clientAddress } from './client-address.ts'
import { handOn } from './door.ts'
import { freshAccount } from './fresh-session.ts'
import { notSignedIn, problem } from './problem.ts'
import { readInput } from './read-input.ts'
import { languageOf } from './requester.ts'
import type { ApiHost } from './routes.ts'

const text = z.string().min(1).max(20_000)
/** The library looks closely at what a browser answers; here it only has to be something that it can look at. */
const credential = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
}
const made = z.looseObject({
  ...credential,
  response: z.looseObject({ clientDataJSON: text, attestationObject: text }),
})
const shown = z.looseObject({
  ...credential,
  response: z.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text }),
})
const begunByUser = z.object({ challenge: z.string(), user: z.string() })
const begun = begunByUser.pick({ challenge: true })

/** The library that knows passkeys is loaded when the first one is spoken of: the start must not wait for it. */
const passkeys = () => import('#surfaces/sign-in/passkeys.ts')

/** Adds what concerns passkeys: one's own, and signing in by one. */
export function addPasskeyRoutes(app: Hono, host: ApiHost): void {
  app.get('/api/v1/ways-in', async (context) => context.json(await performFor(host, context, listWaysIn, {})))

  app.post('/api/v1/passkeys/begin', async (context) => {
    const kernel = openKernel(host)
    const { user } = await freshAccount(kernel, context)
    const { askForNewPasskey } = await passkeys()
    const { options, challenge } = await askForNewPasskey(kernel, ownAddress(kernel, context), user)
    await keepCeremony(kernel, context, 'new-passkey', { challenge, user: user.id })
    return context.json(options)
  })

  app.post('/api/v1/passkeys', async (context) => {
    const kernel = openKernel(host)
    const { user } = await freshAccount(kernel, context)
    const { name, response } = readInput(z.object({ name: z.string(), response: made }), await body(context))
    const asked = begunByUser.safeParse(await takeCeremony(kernel, context, 'new-passkey'))
    if (!asked.success || asked.data.user !== user.id) throw ceremonyOver()
    const { readNewPasskey } = await passkeys()
    const passkey = await readNewPasskey(ownAddress(kernel, context), asked.data.challenge, response)
    if (!passkey) throw noPasskey()
    return context.json(await performFor(host, context, addPasskey, { ...passkey, name }), 201)
  })

  app.put('/api/v1/passkeys/:passkey', async (context) =>
    context.json(
      await performFor(host, context, renamePasskey, { ...(await body(context)), ...query(context) }),
    ),
  )

  app.delete('/api/v1/passkeys/:passkey', async (context) => {
    await performFor(host, context, removePasskey, query(context))
    return context.body(null, 204)
  })

  app.post('/api/v1/session/passkey/begin', async (context) => {
    const kernel = openKernel(host)
    const address = ownAddress(kernel, context)
    await countAttemptFrom(kernel, clientAddress(context, isPublic(kernel)))
    const { askForPasskey } = await passkeys()
    const { options, challenge } = await askForPasskey(address)
    await keepCeremony(kernel, context, 'passkey', { challenge })
    return context.json(options)
  })

  app.post('/api/v1/session/passkey', async (context) => {
    const kernel = openKernel(host)
    const { response } = readInput(z.object({ response: shown }), await body(context))
    await countAttemptFrom(kernel, clientAddress(context, isPublic(kernel)))
    const asked = begun.safeParse(await takeCeremony(kernel, context, 'passkey'))
    if (!asked.success) throw ceremonyOver()
    const { userOfPasskey } = await passkeys()
    const user = await userOfPasskey(kernel, ownAddress(kernel, context), asked.data.challenge, response)
    const entered = user && (await (await signInOf(kernel)).begin(user, context.req.header('user-agent')))
    if (!entered) return wrongPasskey(context)
    handOn(context, entered.cookies)
    return context.json({ id: entered.user.id, name: entered.user.name })
  })
}

function noPasskey(): Refusal {
  return new Refusal(
    'invalid',
    {
      en: 'What the browser made is no passkey for this server.',
      de: 'Was der Browser angelegt hat, ist kein Passkey für diesen Server.',
    },
    { en: 'Try again, or take another device.', de: 'Versuche es noch einmal, oder nimm ein anderes Gerät.' },
  )
}

/** The same whether the passkey is unknown, was taken away or answered wrongly. */
function wrongPasskey(context: Context): Response {
  const words =
    languageOf(context) === 'de'
      ? {
          detail: 'Dieser Passkey gehört hier zu keinem Konto.',
          hint: 'Nimm einen anderen, oder melde Dich mit Adresse und Passwort an.',
        }
      : {
          detail: 'This passkey belongs to no account here.',
          hint: 'Take another one, or sign in with address and password.',
        }
  const type = 'urn:leitstand:refusal:wrong-credentials'
  return problem(context, { type, title: notSignedIn[languageOf(context)], status: 401, ...words })
}
