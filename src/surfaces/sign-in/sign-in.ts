import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth/minimal'
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { verifyPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { type Kernel } from '#kernel'
import { actorOfUser, passwordProvider } from '#workspace'
import { passwordLength } from './new-password.ts'

/** What signing in needs to know of the process. */
export interface SignInSettings {
  /** What cookies are signed with. */
  readonly secret: string
  /** Where browsers find the server, as in `https://leitstand.example.com`. */
  readonly address: string
}

/** A session that was begun or looked at: whose it is, and the cookies by which it goes on. */
export interface Entered {
  readonly user: { readonly id: string; readonly name: string; readonly email: string }
  readonly sessionId: string
  /** When whoever it is last proved to be it. */
  readonly since: Date
  readonly cookies: readonly string[]
}

/** Passwords and sessions. It works on tables of its own, outside of operations. */
export interface SignIn {
  /** Begins a session; null for an address or a password that is wrong, which takes the same time. */
  enter(email: string, password: string, userAgent: string | undefined): Promise<Entered | null>
  /** The session of a cookie header; null where there is none, or it is forged, over or revoked. `goesOn`: its end moves on. */
  look(cookie: string, goesOn: boolean): Promise<Entered | null>
  /** Ends the session of a cookie header; gives the cookies that clear it. */
  leave(cookie: string): Promise<readonly string[]>
  /** Begins a session of somebody who has proved by other means than a password who they are; null for whoever does not belong here. */
  begin(userId: string, userAgent: string | undefined): Promise<Entered | null>
  /** The hash of a user's password if it is this one; null where it is another, or there is none. */
  hashIfRight(userId: string, password: string): Promise<string | null>
}

const days = 86_400

/** Opens the sign-in library on the tables of the store. */
export function openSignIn({ store }: Kernel, { secret, address }: SignInSettings): SignIn {
  const auth = betterAuth({
    secret,
    baseURL: address,
    database: kyselyAdapter(store.database, { type: 'postgres' }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      // Accounts come from the first screen and from invitations alone.
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    user: {
      modelName: 'sign_in_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sign_in_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: 14 * days,
      updateAge: days,
    },
    account: {
      modelName: 'sign_in_credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'sign_in_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      database: { generateId: () => randomUUID() },
      // Browsers keep the cookies of localhost together, whatever the port.
      cookiePrefix: `leitstand-${store.workspaceId.slice(0, 8)}`,
      useSecureCookies: address.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [beginning],
    databaseHooks: {
      session: {
        create: {
          // Whoever was removed from the workspace is told what whoever never was in it is told.
          before: async ({ userId }) => {
            if ((await actorOfUser(store, userId)) === null) throw new APIError('UNAUTHORIZED')
          },
        },
      },
    },
  })

  return {
    async enter(email, password, userAgent) {
      const answer = await orNull(
        auth.api.signInEmail({ body: { email, password }, headers: naming(userAgent), returnHeaders: true }),
      )
      return answer ? entered(answer.headers) : null
    },
    look: (cookie, goesOn) => look(cookie, goesOn),
    async leave(cookie) {
      const answer = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })
      return answer.headers.getSetCookie()
    },
    async begin(userId, userAgent) {
      const answer = await orNull(
        auth.api.beginSession({ body: { userId }, headers: naming(userAgent), returnHeaders: true }),
      )
      return answer ? entered(answer.headers) : null
    },
    async hashIfRight(userId, password) {
      const found = await store.database
        .selectFrom('sign_in_credential')
        .select('password')
        .where('user_id', '=', userId)
        .where('provider_id', '=', passwordProvider)
        .executeTakeFirst()
      const hash = found?.password
      return hash && (await verifyPassword({ hash, password })) ? hash : null
    },
  }

  function entered(headers: Headers): Promise<Entered | null> {
    const cookies = headers.getSetCookie()
    return look(cookies.map((each) => each.split(';')[0]).join('; '), false, cookies)
  }

  async function look(
    cookie: string,
    goesOn: boolean,
    begun: readonly string[] = [],
  ): Promise<Entered | null> {
    const { response, headers } = await auth.api.getSession({
      query: { disableRefresh: !goesOn },
      headers: new Headers({ cookie }),
      returnHeaders: true,
    })
    if (!response) return null
    const { user, session } = response
    return {
      user: { id: user.id, name: user.name, email: user.email },
      sessionId: session.id,
      since: session.createdAt,
      cookies: [...begun, ...headers.getSetCookie()],
    }
  }
}

/** Without an address of its own: nobody reaches it but this program. */
const beginning = {
  id: 'leitstand',
  endpoints: {
    beginSession: createAuthEndpoint(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context
        const { userId } = context.body
        const user = await internalAdapter.findUserById(userId)
        const session = user && (await internalAdapter.createSession(userId))
        if (!session) throw new APIError('UNAUTHORIZED')
        await setSessionCookie(context, { session, user })
        return { id: session.id }
      },
    ),
  },
} as const

function naming(userAgent: string | undefined): Headers {
  return new Headers(userAgent === undefined ? {} : { 'user-agent': userAgent.slice(0, 500) })
}

/** A no of the library as null; everything else it throws is a bug. */
async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}
