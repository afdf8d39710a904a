import { areaVerb } from '#kernel'
import { answerExport, copyTypes } from './answer-export.ts'
import { readExport } from './read-export.ts'

/** How the roadmap leaves as a file. */
export const takeAlongVerb = areaVerb({
  area: 'roadmap',
  verb: 'export',
  operation: readExport,
  finish: async (read) => answerExport(read),
  file: Object.values(copyTypes),
  page: '/direction/roadmap',
  inputs: {
    as: {
      en: 'markdown, svg, csv, or ics for a calendar.',
      de: 'markdown, svg, csv oder ics für einen Kalender.',
    },
    for: {
      en: 'team for everything with its days, board for goals and quarters with their likelihood, outside for order and ranges alone; team where it is left out.',
      de: 'team für alles mit seinen Tagen, board für Ziele und Quartale mit ihrer Wahrscheinlichkeit, outside für Reihenfolge und Zeiträume allein; ohne Angabe team.',
    },
    names: {
      en: 'With yes the copy for the board has keys and the names of teams.',
      de: 'Mit yes stehen in der Fassung für board auch Schlüssel und die Namen der Teams.',
    },
    window: {
      en: 'Working days of history that pace is drawn from; 65 where it is left out.',
      de: 'Arbeitstage der Historie, aus denen das Tempo gezogen wird; ohne Angabe 65.',
    },
    language: { en: 'Language of the file.', de: 'Sprache der Datei.' },
  },
  answer: { en: 'The file, as it was asked for.', de: 'Die Datei, wie sie verlangt war.' },
})
