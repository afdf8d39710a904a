import { areaVerb, type AreaVerb } from '#kernel'
import { listAttention } from './attention-operations.ts'
import { customersVerbs } from './customers/verbs.ts'
import { strategyVerbs } from './strategy/verbs.ts'
import { roadmapVerbs } from './roadmap/verbs.ts'

/** What can be done in the areas beside what all records share; every surface has each of them. */
export const areaVerbs: readonly AreaVerb[] = [
  ...strategyVerbs,
  ...roadmapVerbs,
  ...customersVerbs,
  areaVerb({
    area: 'attention',
    verb: 'list',
    operation: listAttention,
    page: '/direction/allocation',
    inputs: {},
    answer: {
      en: 'What needs attention, the newest first, with its reason, since when, and where it leads.',
      de: 'Was Aufmerksamkeit braucht, das Neueste zuerst, mit Grund, seit wann, und wohin es führt.',
    },
  }),
]
