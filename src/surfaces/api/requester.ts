import type { Context } from 'hono'
import { type Actor, type Kernel, type Surface } from '#kernel'
import { actorOfKey, actorOfUser, hasMembers } from '#workspace'
import { languages, type Language } from '#kernel/shape.ts'
import { isPublic, signInOf } from '#surfaces/sign-in/sign-in-of.ts'
import type { Entered } from '#surfaces/sign-in/sign-in.ts'

/** Who asks, from which surface, and the language to be answered in. */
export interface Requester {
  readonly actor: Actor
  readonly surface: Surface
  readonly language: Language
  /** The session by which somebody came; undefined for a key and for whoever is at this machine. */
  readonly account?: Entered
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by the door. */
    requester: Requester | undefined
  }
}

/** Who stands behind a request, as the door found it. A route that the door does not watch has nobody: a bug. */
export async function requesterOf(context: Context): Promise<Requester> {
  const requester = context.get('requester')
  if (requester) return requester
  throw new Error(`Nobody was asked who they are at ${context.req.path}.`)
}

/**
 * Finds out who stands behind a request: as long as there is no account, whoever is at this machine; from then on the
 * owner of a key or of a session, and nobody else. Null for nobody. Unless it is said that it does not, a session goes on with this, and its
 * cookies are to be handed on.
 */
export async function identify(
  kernel: Kernel,
  context: Context,
  { goesOn = true } = {},
): Promise<Requester | null> {
  const language = languageOf(context)
  const pages = context.req.header('x-leitstand-surface') === 'web' ? 'web' : 'api'
  const authorization = context.req.header('authorization')
  if (!(await hasMembers(kernel.store)))
    return isPublic(kernel) ? null : { actor: { kind: 'local' }, surface: pages, language }
  if (authorization !== undefined) {
    const token = /^bearer +(\S+)$/i.exec(authorization)?.[1]
    const actor = token === undefined ? null : await actorOfKey(kernel.store, kernel.clock, token)
    return actor && { actor, surface: 'api', language }
  }
  const cookie = context.req.header('cookie')
  if (cookie === undefined) return null
  const entered = await (await signInOf(kernel)).look(cookie, goesOn)
  if (!entered) return null
  const actor = await actorOfUser(kernel.store, entered.user.id)
  return actor && { actor, surface: pages, language, account: entered }
}

/**
 * The language named in the address, else the first of the request that the product speaks, as in `de-AT,en;q=0.5`;
 * English where there is none.
 */
export function languageOf(context: Context): Language {
  const named = context.req.query('language')
  const told = languages.find((language) => language === named)
  if (told) return told
  const wanted = (context.req.header('accept-language') ?? '')
    .split(',')
    .map((each) => {
      const [tag = '', ...parameters] = each.trim().toLowerCase().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag, weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) || 0 }
    })
    .sort((one, other) => other.weight - one.weight)
  for (const { tag } of wanted) {
    const spoken = languages.find((language) => tag === language || tag.startsWith(`${language}-`))
    if (spoken) return spoken
  }
  return 'en'
}
