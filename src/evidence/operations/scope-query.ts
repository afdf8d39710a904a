import { z } from 'zod'
import { Refusal } from '#kernel'
import { languages } from '#kernel/shape.ts'
import type { Evidence } from '../measures/evidence.ts'
import type { Scope } from '../measures/measure.ts'

/** The language of an answer. */
export const language = z.enum(languages).default('en')

/** What every question to the evidence of a repository says. */
export const scopeQuery = z.strictObject({
  repository: z.uuid(),
  /** Name of a component; absent for the whole repository. */
  component: z.string().min(1).max(500).optional(),
  /** A year at most: lines are followed for two, which leaves the year before for the trend. */
  weeks: z.coerce.number().int().min(1).max(52).default(13),
  language,
})

/** The scope asked for; refuses a component that the repository does not have. */
export function scopeOf(evidence: Evidence, component: string | undefined): Scope {
  if (component === undefined) return { kind: 'repository', name: evidence.repository }
  if (evidence.components.some((each) => each.name === component))
    return { kind: 'component', name: component }
  throw new Refusal(
    'not-found',
    {
      en: `The repository ${evidence.repository} has no component ${component}.`,
      de: `Das Repository ${evidence.repository} hat keine Komponente ${component}.`,
    },
    { en: 'Look at its components for their names.', de: 'Sieh bei seinen Komponenten nach ihren Namen.' },
  )
}
