import * as client from 'openid-client'
import { evidenceSettings } from '#evidence/facts/evidence-settings.ts'
import { Refusal, type Kernel } from '#kernel'
import { noProvider, openSecret } from '#workspace'
import { callbackPath } from './callback-path.ts'
import { guardedFetch, PrivateHost, Unreachable } from './guarded-fetch.ts'

/** Where a secret is bound to when it is sealed. */
export const secretPlace = 'sign-in-provider'

interface Provider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What a browser must bring back for a sign-in by the provider to end. */
export interface ProviderChecks {
  readonly issuer: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Whom the provider says somebody to be; the address is null unless it says that it has verified it. */
export interface ProviderUser {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  readonly name: string | null
}

/** The workspace's provider with its secret; refuses where there is none, or its secret cannot be read any more. */
export async function loadProvider({ store }: Kernel): Promise<Provider> {
  const found = await store.database
    .selectFrom('sign_in_provider')
    .select(['issuer', 'client_id', 'client_secret'])
    .where('workspace_id', '=', store.workspaceId)
    .executeTakeFirst()
  if (!found) throw noProvider()
  const clientSecret = openSecret(store.workspaceKey, secretPlace, found.client_secret)
  if (clientSecret !== null) return { issuer: found.issuer, clientId: found.client_id, clientSecret }
  throw new Refusal(
    'conflict',
    {
      en: 'The secret of the sign-in provider has to be given again.',
      de: 'Das Geheimnis des Anbieters muss neu angegeben werden.',
    },
    {
      en: 'Sign in otherwise. An owner gives it on the page Single sign-on.',
      de: 'Melde Dich anders an. Wer Inhaber:in ist, gibt es auf der Seite Single Sign-on an.',
    },
  )
}

/** Whether private hosts may be asked: by the same setting as for repositories. */
export function allowsPrivateHosts(kernel: Kernel): boolean {
  return evidenceSettings(kernel).allowPrivateHosts
}

/** Asks the issuer who it is; refuses one that does not answer, is not allowed, or is no OpenID Connect provider. */
export async function discoverProvider(
  { issuer, clientId, clientSecret }: Provider,
  allowPrivate: boolean,
): Promise<client.Configuration> {
  try {
    const found = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      [client.customFetch]: (url, { method, headers, body }) =>
        guardedFetch(new URL(url), { method, headers, body: formOf(body) }, allowPrivate),
      // What may be asked unencrypted is decided where it is asked: hosts of the own network alone.
      execute: [client.allowInsecureRequests],
    })
    const { authorization_endpoint: page } = found.serverMetadata()
    if (page === undefined || !/^https?:$/.test(new URL(page).protocol)) throw notOpenId(issuer)
    return found
  } catch (error) {
    throw refusalOf(error, issuer)
  }
}

function formOf(body: client.FetchBody): string | undefined {
  if (body === undefined || body === null) return undefined
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString()
  throw new Error('OpenID Connect sends forms and nothing else.')
}

/** The page of the provider where somebody says who they are, and what must come back from it. */
export async function askProvider(
  kernel: Kernel,
  address: string,
): Promise<{ readonly location: string; readonly checks: ProviderChecks }> {
  const provider = await loadProvider(kernel)
  const found = await discoverProvider(provider, allowsPrivateHosts(kernel))
  const [verifier, state, nonce] = [
    client.randomPKCECodeVerifier(),
    client.randomState(),
    client.randomNonce(),
  ]
  const location = client.buildAuthorizationUrl(found, {
    redirect_uri: `${address}${callbackPath}`,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { location: location.href, checks: { issuer: provider.issuer, state, nonce, verifier } }
}

/** Whom the provider sends back. Throws a refusal where it does not answer, and what the library finds wrong. */
export async function userOfProvider(
  kernel: Kernel,
  address: string,
  query: string,
  { issuer, state, nonce, verifier }: ProviderChecks,
): Promise<ProviderUser> {
  const provider = await loadProvider(kernel)
  // Another one was set up since.
  if (provider.issuer !== issuer) throw noProvider()
  const found = await discoverProvider(provider, allowsPrivateHosts(kernel))
  try {
    const tokens = await client.authorizationCodeGrant(found, new URL(`${address}${callbackPath}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw notOpenId(issuer)
    const told =
      claims['email'] === undefined && found.serverMetadata().userinfo_endpoint !== undefined
        ? await client.fetchUserInfo(found, tokens.access_token, claims.sub)
        : claims
    const { email, email_verified: isVerified, name } = told
    return {
      issuer,
      subject: claims.sub,
      email: typeof email === 'string' && isVerified === true ? email.toLowerCase() : null,
      name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : null,
    }
  } catch (error) {
    throw refusalOf(error, issuer)
  }
}

/** Whether whoever was asked said no, or nobody was there to be asked: nothing that is wrong with the provider. */
export function isDeclined(error: unknown): boolean {
  return error instanceof client.AuthorizationResponseError
}

function refusalOf(error: unknown, issuer: string): unknown {
  if (error instanceof Refusal || isDeclined(error)) return error
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (error instanceof PrivateHost || cause instanceof PrivateHost) return notAllowed(issuer)
  if (error instanceof Unreachable || cause instanceof Unreachable) return down(issuer)
  if (error instanceof client.ClientError || error instanceof client.ResponseBodyError)
    return notOpenId(issuer)
  return error
}

function down(issuer: string): Refusal {
  return new Refusal(
    'conflict',
    {
      en: `The sign-in provider at ${issuer} does not answer.`,
      de: `Der Anbieter unter ${issuer} antwortet nicht.`,
    },
    { en: 'Try again later, or sign in otherwise.', de: 'Versuche es später, oder melde Dich anders an.' },
    [],
    { reason: 'down' },
  )
}

function notAllowed(issuer: string): Refusal {
  return new Refusal(
    'forbidden',
    {
      en: `${issuer} is a host of a private network, or is asked unencrypted.`,
      de: `${issuer} ist ein Host in einem privaten Netz oder wird unverschlüsselt gefragt.`,
    },
    {
      en: 'Use an https address; whoever runs this program can allow private addresses.',
      de: 'Nimm eine Adresse mit https; wer dieses Programm betreibt, kann private Adressen erlauben.',
    },
  )
}

function notOpenId(issuer: string): Refusal {
  return new Refusal(
    'conflict',
    {
      en: `${issuer} does not answer as an OpenID Connect provider with these settings.`,
      de: `${issuer} antwortet mit diesen Einstellungen nicht wie ein OpenID-Connect-Anbieter.`,
    },
    {
      en: 'Check issuer, client id and client secret.',
      de: 'Prüfe Aussteller, Client-ID und Client-Geheimnis.',
    },
    [],
    { reason: 'wrong' },
  )
}
