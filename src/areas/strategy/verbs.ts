import { areaVerb, type AreaVerb } from '#kernel'
import { publishStrategy, publishVision } from './publish.ts'
import { listVisionReaders, markVisionRead } from './reading.ts'
import { showVisionEdition } from './show-edition.ts'

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
    page: '/direction/vision',
    inputs,
    answer,
  }),
  areaVerb({
    area: 'strategy',
    record: 'vision',
    verb: 'edition',
    operation: showVisionEdition,
    page: '/direction/vision',
    inputs: {
      edition: {
        en: 'Which edition; the newest where it is left out.',
        de: 'Welche Ausgabe; ohne Angabe die neueste.',
      },
      since: {
        en: 'An earlier edition: what is otherwise since then is told, too.',
        de: 'Eine frühere Ausgabe: Gesagt wird dann auch, was seitdem anders ist.',
      },
      language: { en: 'Language of what is otherwise.', de: 'Sprache dessen, was anders ist.' },
    },
    answer: {
      en: 'Its text with that for each audience, all editions, the strategies and goals that lead there, whether you have read it; for those who lead how many have, and what was written since.',
      de: 'Ihr Text mit dem für jedes Publikum, alle Ausgaben, die Strategien und Ziele, die dorthin führen, ob Du sie gelesen hast; für die Leitung, wie viele sie gelesen haben und was seither geschrieben wurde.',
    },
  }),
  areaVerb({
    area: 'strategy',
    record: 'vision',
    verb: 'mark-read',
    operation: markVisionRead,
    page: '/direction/vision',
    inputs: {
      edition: {
        en: 'Which edition; the newest where it is left out.',
        de: 'Welche Ausgabe; ohne Angabe die neueste.',
      },
      read: { en: 'With no it is taken back.', de: 'Mit no wird es zurückgenommen.' },
    },
    answer: {
      en: 'The edition and the day on which it was read.',
      de: 'Die Ausgabe und der Tag, an dem sie gelesen wurde.',
    },
  }),
  areaVerb({
    area: 'strategy',
    record: 'vision',
    verb: 'readers',
    operation: listVisionReaders,
    page: '/direction/vision',
    inputs: {
      edition: {
        en: 'Which edition; the newest where it is left out.',
        de: 'Welche Ausgabe; ohne Angabe die neueste.',
      },
    },
    answer: {
      en: 'Everybody who belongs to the company, by name, with the day on which they have read it, or null; guests are not asked.',
      de: 'Alle, die zur Firma gehören, nach Namen, mit dem Tag, an dem sie sie gelesen haben, oder null; Gäste werden nicht gefragt.',
    },
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
