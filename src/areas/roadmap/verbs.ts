import { areaVerb, type AreaVerb } from '#kernel'
import { agreeToBet } from './agree-to-bet.ts'
import { assignChanges } from './alignment/assign-changes.ts'
import { listUnjoined } from './alignment/list-unjoined.ts'
import { showAlignment } from './alignment/show-alignment.ts'
import { allocationVerbs } from './allocation-verbs.ts'
import { bringInVerbs } from './bring-in/bring-in-verbs.ts'
import { answerForecast } from './answer-forecast.ts'
import { answerBacktest, readPast } from './kept/backtest-teams.ts'
import { explainBet, readMove } from './kept/explain-bet.ts'
import { showKeptForecast } from './kept/show-kept.ts'
import { treeVerbs } from './goal-tree/tree-verbs.ts'
import { answerMoved, readMoved } from './kept/show-moved.ts'
import { pivotVerbs } from './pivot/pivot-verbs.ts'
import { readForecast } from './read-forecast.ts'
import { scenarioVerbs } from './scenario/scenario-verbs.ts'
import { takeAlongVerb } from './take-along/take-along-verb.ts'

const window = {
  from: { en: 'First day, as in 2026-01-31.', de: 'Erster Tag, wie 2026-01-31.' },
  to: {
    en: 'The day after the last; now where it is left out.',
    de: 'Der Tag nach dem letzten; ohne Angabe jetzt.',
  },
  weeks: {
    en: 'How many weeks before its end it begins; 13 where it is left out.',
    de: 'Wie viele Wochen vor seinem Ende er beginnt; ohne Angabe 13.',
  },
} as const

/** What can be done in the roadmap beside writing its records. */
export const roadmapVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'roadmap',
    verb: 'forecast',
    operation: readForecast,
    finish: answerForecast,
    page: '/direction/roadmap',
    inputs: {
      window: {
        en: 'Working days of history that pace is drawn from; 65 where it is left out.',
        de: 'Arbeitstage der Historie, aus denen das Tempo gezogen wird; ohne Angabe 65.',
      },
      trials: {
        en: 'How often the future is played; 10,000 where it is left out.',
        de: 'Wie oft die Zukunft durchgespielt wird; ohne Angabe 10.000.',
      },
      seed: {
        en: 'The same seed gives the same answer; 1 where it is left out.',
        de: 'Derselbe Startwert ergibt dieselbe Antwort; ohne Angabe 1.',
      },
      by: {
        en: 'Days with commas between them: how much will be finished by then.',
        de: 'Tage, mit Kommas getrennt: wie viel bis dahin fertig ist.',
      },
      detail: {
        en: 'With yes also what made each bet late most often, and what moves its date most.',
        de: 'Mit yes auch, was jede Wette am häufigsten aufhielt und was ihr Datum am meisten bewegt.',
      },
      language: { en: 'Language of the reasons.', de: 'Sprache der Begründungen.' },
    },
    answer: {
      en: 'For each bet in its order the days by which it is done in 50, 70, 85 and 95 of 100 trials, or why there is no forecast.',
      de: 'Für jede Wette in ihrer Reihenfolge die Tage, bis zu denen sie in 50, 70, 85 und 95 von 100 Durchläufen fertig ist, oder warum es keine Prognose gibt.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    verb: 'alignment',
    operation: showAlignment,
    page: '/direction/allocation',
    inputs: window,
    answer: {
      en: 'Counts and shares of delivered changes, how each was joined, and what they were for; of teams, never of people.',
      de: 'Anzahlen und Anteile gelieferter Änderungen, wie jede zugeordnet wurde und wofür sie waren; von Teams, nie von Personen.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    verb: 'unjoined',
    operation: listUnjoined,
    page: '/direction/allocation',
    inputs: window,
    answer: {
      en: 'Groups of changes, the largest first, with the bet that is usual where they lie.',
      de: 'Gruppen von Änderungen, die größte zuerst, mit der Wette, die dort üblich ist.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    verb: 'assign',
    operation: assignChanges,
    page: '/direction/allocation',
    inputs: {
      repository: {
        en: 'Name of the repository, or its id.',
        de: 'Name des Repositorys oder seine Kennung.',
      },
      hashes: { en: 'Hashes of the changes, whole.', de: 'Hashes der Änderungen, vollständig.' },
      bet: { en: 'Key of the bet; none takes it back.', de: 'Schlüssel der Wette; keiner nimmt es zurück.' },
    },
    answer: { en: 'How many were assigned.', de: 'Wie viele zugeordnet wurden.' },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'bet',
    verb: 'agree',
    operation: agreeToBet,
    page: '/direction/roadmap',
    inputs: {
      side: {
        en: 'product, design or engineering.',
        de: 'product (Produkt), design (Design) oder engineering (Entwicklung).',
      },
    },
    answer: { en: 'The bet as it stands then.', de: 'Die Wette, wie sie dann dasteht.' },
  }),
  areaVerb({
    area: 'roadmap',
    verb: 'kept-forecast',
    operation: showKeptForecast,
    page: '/direction/roadmap',
    inputs: {
      day: {
        en: 'The day; the last forecast of it or before it is shown. Today where it is left out.',
        de: 'Der Tag; gezeigt wird die letzte Prognose von ihm oder davor. Ohne Angabe heute.',
      },
    },
    answer: {
      en: 'The dates of each bet as they were forecast then, and all days of which that is known.',
      de: 'Die Daten jeder Wette, wie sie damals prognostiziert wurden, und alle Tage, von denen das bekannt ist.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    verb: 'moved',
    operation: readMoved,
    finish: answerMoved,
    page: '/direction/roadmap',
    inputs: {
      since: {
        en: 'The earlier day, as in 2026-01-31; its forecast or the last one before it is compared with.',
        de: 'Der frühere Tag, wie 2026-01-31; verglichen wird mit seiner Prognose oder der letzten davor.',
      },
      language: { en: 'Language of the reasons.', de: 'Sprache der Begründungen.' },
    },
    answer: {
      en: 'Each bet with its dates of then and of now, by how many calendar days its 85 % date moved, and what became of it; the furthest first. Nothing where no forecast was kept so early, with the first day that was.',
      de: 'Jede Wette mit ihren Daten von damals und von heute, um wie viele Kalendertage sich ihr 85-%-Datum verschob und was aus ihr wurde; was sich am weitesten bewegte, zuerst. Nichts, wo so früh keine Prognose aufbewahrt wurde, mit dem ersten Tag, von dem es eine gibt.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'bet',
    verb: 'moved',
    operation: readMove,
    finish: explainBet,
    page: '/direction/roadmap',
    inputs: { since: { en: 'The earlier day, as in 2026-01-31.', de: 'Der frühere Tag, wie 2026-01-31.' } },
    answer: {
      en: 'By how many working days the 85 % day moved, and how many of them scope, pace, order and people make.',
      de: 'Um wie viele Arbeitstage sich der 85-%-Tag verschob, und wie viele davon Umfang, Tempo, Reihenfolge und Menschen ausmachen.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    verb: 'backtest',
    operation: readPast,
    finish: answerBacktest,
    page: '/direction/roadmap',
    inputs: {
      size: {
        en: 'How many changes each forecast of the past was about; 20 where it is left out.',
        de: 'Um wie viele Änderungen es in jeder Prognose der Vergangenheit ging; ohne Angabe 20.',
      },
      window: {
        en: 'Working days of history that pace is drawn from; 65 where it is left out.',
        de: 'Arbeitstage der Historie, aus denen das Tempo gezogen wird; ohne Angabe 65.',
      },
      language: { en: 'Language of the reasons.', de: 'Sprache der Begründungen.' },
    },
    answer: {
      en: 'For everything together and for each team how many forecasts came true at each level, of how many, and whether that is as promised, with each of these forecasts and the day on which it came.',
      de: 'Für alles zusammen und für jedes Team, wie viele Prognosen auf jeder Stufe eintrafen, von wie vielen, und ob das hält, was sie versprachen, mit jeder dieser Prognosen und dem Tag, an dem es so weit war.',
    },
  }),
  takeAlongVerb,
  ...allocationVerbs,
  ...scenarioVerbs,
  ...pivotVerbs,
  ...treeVerbs,
  ...bringInVerbs,
]
