import { areaVerb, type AreaVerb } from '#kernel'
import { adoptScenario } from './adopt-scenario.ts'
import { answerComparison } from './answer-comparison.ts'
import { readComparison } from './read-comparison.ts'

/** What can be done with scenarios beside writing them. */
export const scenarioVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'roadmap',
    verb: 'compare',
    operation: readComparison,
    finish: answerComparison,
    sendsBody: true,
    page: '/direction/scenarios/compare',
    inputs: {
      scenarios: {
        en: 'Up to four, each by its key or as differences that nobody has saved: rows of bets, people, breaks and goals as a scenario has them.',
        de: 'Bis zu vier, jedes mit seinem Schlüssel oder als Unterschiede, die niemand gespeichert hat: Zeilen für Wetten, Menschen, arbeitsfreie Zeiten und Ziele, wie ein Szenario sie hat.',
      },
      window: {
        en: 'Working days of history that pace is drawn from; 65 where it is left out.',
        de: 'Arbeitstage der Historie, aus denen das Tempo gezogen wird; ohne Angabe 65.',
      },
      trials: {
        en: 'How often the future is played for each plan; 2,000 where it is left out, fewer than for a forecast.',
        de: 'Wie oft die Zukunft je Plan durchgespielt wird; ohne Angabe 2.000, weniger als bei einer Prognose.',
      },
      seed: {
        en: 'The same for all plans, so that they differ by no luck; 1 where it is left out.',
        de: 'Für alle Pläne derselbe, damit sie sich nicht durch Zufall unterscheiden; ohne Angabe 1.',
      },
      language: { en: 'Language of the reasons.', de: 'Sprache der Begründungen.' },
    },
    answer: {
      en: 'Today first, then each scenario: bets in and out, goals that lose their last bet, cost in expected changes, effort in person-weeks of teams, and people; and for each bet its dates in every plan, with the days by which its 85 % date moves.',
      de: 'Zuerst heute, dann jedes Szenario: Wetten, die dazukommen und entfallen, Ziele, die ihre letzte Wette verlieren, Kosten in erwarteten Änderungen, Aufwand in Personenwochen der Teams und Menschen; und zu jeder Wette ihre Termine in jedem Plan, mit den Tagen, um die sich ihr 85-%-Termin verschiebt.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'scenario',
    verb: 'adopt',
    operation: adoptScenario,
    page: '/direction/scenarios',
    inputs: {
      why: { en: 'Why it is adopted; it is kept.', de: 'Warum es übernommen wird; das bleibt stehen.' },
      version: {
        en: 'The version that was looked at; it is refused when there is a newer one.',
        de: 'Die Version, die angesehen wurde; gibt es eine neuere, wird abgelehnt.',
      },
    },
    answer: {
      en: 'The scenario as it stands then, each record that was written, and how many rows about people were not.',
      de: 'Das Szenario, wie es dann dasteht, jeder Datensatz, der geschrieben wurde, und wie viele Zeilen über Menschen nicht.',
    },
  }),
]
