import type { AreaVerb } from '#kernel'
import { roadmapVerbs } from './roadmap/verbs.ts'

/** What can be done in the areas beside what all records share; every surface has each of them. */
export const areaVerbs: readonly AreaVerb[] = [...roadmapVerbs]
