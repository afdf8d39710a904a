import { areaVerb, type AreaVerb } from '#kernel'
import { publishStrategy, publishVision } from './publish.ts'

const inputs = {
  version: {
    en: 'The version that was read before; the newest where it is left out.',
    de: 'Die Version, die zuvor gelesen wurde; ohne Angabe die neueste.',
  },
  note: { en: 'What is new, in one line.', de: 'Was neu ist, in einer Zeile.' },
} as const
const answer = {
  en: 'The record with its editions.',
  de: 'Der Datensatz mit seinen Ausgaben.',
} as const

/** What can be done in strategy beside writing its records. */
export const strategyVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'strategy',
    record: 'vision',
    verb: 'publish',
    operation: publishVision,
    page: '/direction/visions',
    inputs,
    answer,
  }),
  areaVerb({
    area: 'strategy',
    record: 'strategy',
    verb: 'publish',
    operation: publishStrategy,
    page: '/direction/strategies',
    inputs,
    answer,
  }),
]
