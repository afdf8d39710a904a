import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Kernel } from '#kernel'

/** EdDSA, ES256 and RS256, by which all that is on the market signs; the library would try out which ones there are. */
const supportedAlgorithmIDs = [-8, -7, -257]

interface Begun<Options> {
  /** For the browser. */
  readonly options: Options
  /** What its answer must be to. */
  readonly challenge: string
}

/** What a browser is asked in order to make a passkey for somebody; `address` is where it finds the server. */
export async function askForNewPasskey(
  kernel: Kernel,
  address: string,
  user: { readonly id: string; readonly name: string; readonly email: string },
): Promise<Begun<Awaited<ReturnType<typeof generateRegistrationOptions>>>> {
  const there = await kernel.store.database
    .selectFrom('sign_in_passkey')
    .select(['credential_id', 'transports'])
    .where('user_id', '=', user.id)
    .execute()
  const options = await generateRegistrationOptions({
    rpName: 'Leitstand',
    rpID: new URL(address).hostname,
    userID: Buffer.from(user.id),
    userName: user.email,
    userDisplayName: user.name,
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: there.map(({ credential_id, transports }) => ({
      id: credential_id,
      transports: transports.split(',').filter(Boolean),
    })),
    // It stands alone, so it must know who it belongs to and that it is them.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, challenge: options.challenge }
}

/** The public part of the passkey that a browser made; null where its answer does not hold. */
export async function readNewPasskey(address: string, challenge: string, response: RegistrationResponseJSON) {
  const answer = await orNull(
    verifyRegistrationResponse({
      response,
      ...expected(address, challenge),
      supportedAlgorithmIDs,
      requireUserVerification: true,
    }),
  )
  if (!answer?.verified) return null
  const { id, publicKey, counter, transports } = answer.registrationInfo.credential
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: (transports ?? []).map((each) => each.slice(0, 20)).slice(0, 10),
  }
}

/** What a browser is asked in order to sign in; it offers whatever passkeys it has for the server. */
export async function askForPasskey(
  address: string,
): Promise<Begun<Awaited<ReturnType<typeof generateAuthenticationOptions>>>> {
  const options = await generateAuthenticationOptions({
    rpID: new URL(address).hostname,
    userVerification: 'required',
  })
  return { options, challenge: options.challenge }
}

/** The id of the user whose passkey answered, and notes the use; null where the answer does not hold. */
export async function userOfPasskey(
  { store, clock }: Kernel,
  address: string,
  challenge: string,
  response: AuthenticationResponseJSON,
): Promise<string | null> {
  const passkey = await store.database
    .selectFrom('sign_in_passkey')
    .selectAll()
    .where('credential_id', '=', response.id)
    .executeTakeFirst()
  if (!passkey) return null
  const answer = await orNull(
    verifyAuthenticationResponse({
      response,
      ...expected(address, challenge),
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
        counter: passkey.counter,
      },
    }),
  )
  if (!answer?.verified) return null
  const { numUpdatedRows } = await store.database
    .updateTable('sign_in_passkey')
    .set({ counter: answer.authenticationInfo.newCounter, last_used_at: clock() })
    .where('id', '=', passkey.id)
    // Of two answers with the same count one is a copy's.
    .where('counter', '=', passkey.counter)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? passkey.user_id : null
}

function expected(address: string, challenge: string) {
  const { origin, hostname } = new URL(address)
  return { expectedOrigin: origin, expectedRPID: hostname, expectedChallenge: challenge }
}

/** The library throws for every answer that does not hold, whatever is wrong with it. */
async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  return asked.catch(() => null)
}
