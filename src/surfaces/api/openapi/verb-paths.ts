import { records } from '#areas/records.ts'
import type { AreaVerb } from '#kernel'
import type { Words } from '#kernel/shape.ts'
import { methodOfVerb, pathOfVerb } from '../verb-routes.ts'
import type { DocumentedPath } from './document-parts.ts'
import { of, toPath } from './told-route.ts'
import { tags } from './tags.ts'

/** The verbs of the areas as the document has them. */
export function verbPaths(verbs: readonly AreaVerb[]): DocumentedPath[] {
  return verbs.map((verb) => {
    const { operation, answer, inputs, file } = verb
    const told = of(operation, {
      method: methodOfVerb(verb),
      path: pathOfVerb(verb),
      answer,
      inputs,
      ...(file && { types: file }),
    })
    return toPath(told, tagOf(verb))
  })
}

function tagOf({ record }: AreaVerb): Words {
  return records.find(({ type }) => type === record)?.names.many ?? tags.areas
}
