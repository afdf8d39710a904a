import type { Words } from '../record/words.ts'

/** What one record can be to another, read in both directions. */
export interface Relation {
  /** As in "BET-12 serves GOAL-3". */
  readonly name: string
  /** The same from the other end, as in "GOAL-3 is served by BET-12". */
  readonly inverse: string
  readonly words: { readonly forward: Words; readonly backward: Words }
  /** Whether a circle would be nonsense. */
  readonly acyclic: boolean
  /** Whether it is part of the line of sight: `up` leads from the work to what it is for. */
  readonly sight: 'up' | 'none'
}

/** Every relation there is; which types it joins is said by the areas. */
export const relations = [
  relation('serves', 'served-by', 'up', true, ['serves', 'dient'], ['served by', 'wird getragen von']),
  relation(
    'evidences',
    'evidenced-by',
    'up',
    true,
    ['evidences', 'belegt'],
    ['evidenced by', 'wird belegt von'],
  ),
  relation(
    'answers',
    'answered-by',
    'up',
    true,
    ['answers', 'beantwortet'],
    ['answered by', 'wird beantwortet von'],
  ),
  relation(
    'affects',
    'affected-by',
    'none',
    false,
    ['affects', 'betrifft'],
    ['affected by', 'wird betroffen von'],
  ),
  relation('owns', 'owned-by', 'none', true, ['owns', 'verantwortet'], ['owned by', 'wird verantwortet von']),
  relation(
    'blocks',
    'blocked-by',
    'none',
    true,
    ['blocks', 'blockiert'],
    ['blocked by', 'wird blockiert von'],
  ),
  relation(
    'depends',
    'needed-by',
    'none',
    true,
    ['depends on', 'hängt ab von'],
    ['needed by', 'wird gebraucht von'],
  ),
  relation(
    'supersedes',
    'superseded-by',
    'none',
    true,
    ['supersedes', 'ersetzt'],
    ['superseded by', 'wird ersetzt von'],
  ),
  relation(
    'relates',
    'related-to',
    'none',
    false,
    ['relates to', 'hängt zusammen mit'],
    ['related to', 'hängt zusammen mit'],
  ),
] as const satisfies readonly Relation[]

function relation<Name extends string>(
  name: Name,
  inverse: string,
  sight: Relation['sight'],
  acyclic: boolean,
  [en, de]: readonly [string, string],
  [backEn, backDe]: readonly [string, string],
) {
  return {
    name,
    inverse,
    sight,
    acyclic,
    words: { forward: { en, de }, backward: { en: backEn, de: backDe } },
  }
}

export type RelationName = (typeof relations)[number]['name']

/** Two types that a relation may join. */
export interface LinkRule {
  readonly relation: RelationName
  readonly from: string
  readonly to: string
}
