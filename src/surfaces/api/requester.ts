import type { Context } from 'hono'
import type { Actor, Surface } from '#kernel'
import { languages, type Language } from '#kernel/shape.ts'

/** Who asks, from which surface, and the language to be answered in. */
export interface Requester {
  readonly actor: Actor
  readonly surface: Surface
  readonly language: Language
}

// Until there are accounts, whoever reaches the loopback address is the owner at this machine.
const owner: Actor = { kind: 'local' }

/** Who stands behind a request. The product's own pages say that it is they who ask. */
export async function requesterOf(context: Context): Promise<Requester> {
  const surface = context.req.header('x-leitstand-surface') === 'web' ? 'web' : 'api'
  return { actor: owner, surface, language: languageOf(context) }
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
