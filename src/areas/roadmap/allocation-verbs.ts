import { areaVerb, type AreaVerb } from '#kernel'
import { addPath } from './alignment/add-path.ts'
import { listBetChanges, listChanges } from './alignment/list-changes.ts'
import { showSplit } from './allocation/show-split.ts'

const quarter = {
  en: 'As in 2026-Q3; the current one where it is left out.',
  de: 'Wie in 2026-Q3; ohne Angabe das laufende.',
}

const part = {
  cursor: {
    en: 'Where the page begins, as `next` of the one before said.',
    de: 'Wo die Seite beginnt, wie es `next` der vorigen sagte.',
  },
  limit: {
    en: 'How many at most; 50 where it is left out.',
    de: 'Wie viele höchstens; ohne Angabe 50.',
  },
} as const

/** What can be asked about how work was split, and what teaches the program where changes belong. */
export const allocationVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'roadmap',
    verb: 'split',
    operation: showSplit,
    page: '/direction/allocation',
    inputs: { quarter },
    answer: {
      en: 'For the quarter and the three before it, oldest first: shares of delivered changes by kind beside what was intended, with their sample and coverage, and floors with what is at risk; of teams, never of people.',
      de: 'Für das Quartal und die drei davor, das älteste zuerst: Anteile gelieferter Änderungen je Art neben dem Gewollten, mit Anzahl und Abdeckung, und Untergrenzen mit dem, was auf dem Spiel steht; von Teams, nie von Personen.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    verb: 'changes',
    operation: listChanges,
    page: '/direction/allocation',
    inputs: {
      quarter,
      team: {
        en: 'Key of the team that owned what was touched.',
        de: 'Schlüssel des Teams, dem gehörte, was berührt wurde.',
      },
      kind: { en: 'What the changes were for.', de: 'Wofür die Änderungen waren.' },
      way: { en: 'How they came to their bet.', de: 'Wie sie zu ihrer Wette kamen.' },
      reaches: {
        en: 'bet for those that belong to one, goal for those whose bet serves one, none for those without a bet.',
        de: 'bet für die mit einer Wette, goal für die, deren Wette einem Ziel dient, none für die ohne Wette.',
      },
      ...part,
    },
    answer: {
      en: 'Changes, the newest first, each with its bets and how it came to them; no authors.',
      de: 'Änderungen, die neueste zuerst, jede mit ihren Wetten und dem Weg zu ihnen; keine Urheber.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'bet',
    verb: 'changes',
    operation: listBetChanges,
    page: '/direction/bets',
    inputs: {
      ...part,
      team: {
        en: 'Key of a team, for its changes alone; none for those that belonged to no team.',
        de: 'Schlüssel eines Teams, nur für dessen Änderungen; none für die, die keinem gehörten.',
      },
      until: { en: 'The last day; today where it is left out.', de: 'Der letzte Tag; ohne Angabe heute.' },
    },
    answer: {
      en: 'Changes, the newest first, each with how it came to the bet; no authors.',
      de: 'Änderungen, die neueste zuerst, jede mit dem Weg zur Wette; keine Urheber.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'bet',
    verb: 'add-path',
    operation: addPath,
    page: '/direction/allocation',
    inputs: {
      version: { en: 'The version that this is made to.', de: 'Die Version, der das gilt.' },
      repository: {
        en: 'Name of the repository; none for all of them.',
        de: 'Name des Repositorys; keiner für alle.',
      },
      pattern: {
        en: 'As in src/pay/**; * stands for a name, ** for any folders.',
        de: 'Wie src/pay/**; * steht für einen Namen, ** für beliebige Ordner.',
      },
    },
    answer: { en: 'The bet with its rules.', de: 'Die Wette mit ihren Regeln.' },
  }),
]
