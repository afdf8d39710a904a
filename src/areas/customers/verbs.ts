import { areaVerb, type AreaVerb } from '#kernel'
import { showInbox } from './inbox/show-inbox.ts'
import { newBet } from './new-bet.ts'
import { proposeBets } from './propose/propose-bets.ts'
import { listInsightsOfBet, showWeight } from './weight/show-weight.ts'

const page = '/direction/insights/inbox'

/** What can be done with what customers say beside writing it down. */
export const customersVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'customers',
    verb: 'inbox',
    operation: showInbox,
    page,
    inputs: {
      view: {
        en: 'new, without-bet, untold or consent; new where it is left out.',
        de: 'new (neue), without-bet (ohne Wette), untold (nicht zurückgemeldet) oder consent (Einwilligung); ohne Angabe new.',
      },
      limit: {
        en: 'How many at most; 100 where it is left out.',
        de: 'Wie viele höchstens; ohne Angabe 100.',
      },
    },
    answer: {
      en: 'How many wait in each view, and the insights of the one that was asked for.',
      de: 'Wie viele in jeder Ansicht warten, und die Erkenntnisse der gefragten.',
    },
  }),
  areaVerb({
    area: 'customers',
    verb: 'weight',
    operation: showWeight,
    page,
    inputs: {
      ended: {
        en: 'yes also for bets that were shipped or stopped; without them where it is left out.',
        de: 'yes auch für gelieferte und gestoppte Wetten; ohne Angabe ohne sie.',
      },
    },
    answer: {
      en: 'Each bet with its insights, customers, revenue in each currency, newest day and segments, the heaviest first; those with none last.',
      de: 'Jede Wette mit ihren Erkenntnissen, Kunden, Umsatz je Währung, neuestem Tag und Segmenten, die schwerste zuerst; die ohne Beleg zuletzt.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'bet',
    verb: 'insights',
    operation: listInsightsOfBet,
    page,
    inputs: {},
    answer: {
      en: 'What speaks for the bet together, and each insight, the newest first; what was let go counts nothing and stands last.',
      de: 'Was insgesamt für die Wette spricht, und jede Erkenntnis, die neueste zuerst; Losgelassenes zählt nicht und steht zuletzt.',
    },
  }),
  areaVerb({
    area: 'customers',
    record: 'insight',
    verb: 'propose',
    operation: proposeBets,
    page,
    inputs: {},
    answer: {
      en: 'Up to five bets that have not ended, each with the shared words and where it has them.',
      de: 'Bis zu fünf Wetten, die nicht beendet sind, jede mit den gemeinsamen Wörtern und wo sie stehen.',
    },
  }),
  areaVerb({
    area: 'customers',
    record: 'insight',
    verb: 'new-bet',
    operation: newBet,
    page,
    inputs: {
      title: { en: 'Title of the bet: what will be different.', de: 'Titel der Wette: was anders wird.' },
      version: {
        en: 'The version of the insight that was looked at; it is refused when there is a newer one.',
        de: 'Die Version der Erkenntnis, die angesehen wurde; gibt es eine neuere, wird abgelehnt.',
      },
    },
    answer: {
      en: 'The new bet, and the insight as it stands then.',
      de: 'Die neue Wette und die Erkenntnis, wie sie dann dasteht.',
    },
  }),
]
