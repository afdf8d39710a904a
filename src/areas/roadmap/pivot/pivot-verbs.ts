import { areaVerb, type AreaVerb } from '#kernel'
import { previewPivot } from './preview-pivot.ts'
import { takePivot } from './take-pivot.ts'
import { tellOfPivot } from './tell-of-pivot.ts'

/** What can be done with pivots beside writing them. */
export const pivotVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'roadmap',
    record: 'pivot',
    verb: 'preview',
    operation: previewPivot,
    page: '/direction/pivots/course',
    inputs: { language: { en: 'Language of the reasons.', de: 'Sprache der Begründungen.' } },
    answer: {
      en: 'Bets that stop with what teams delivered for them, bets that survive, goals, promised dates, links to what goes on, whom is told when and whom to tell as well, as a proposal.',
      de: 'Wetten, die enden, mit dem, was Teams dafür geliefert haben, Wetten, die bleiben, Ziele, zugesagte Termine, Verbindungen zu dem, was weitergeht, wer es wann erfährt, und wem es noch zu sagen ist, als Vorschlag.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'pivot',
    verb: 'take',
    operation: takePivot,
    page: '/direction/pivots/course',
    inputs: {
      why: {
        en: 'Why its scenario is adopted; it is kept.',
        de: 'Warum sein Szenario übernommen wird; das bleibt stehen.',
      },
      version: {
        en: 'The version that was looked at; it is refused when there is a newer one.',
        de: 'Die Version, die angesehen wurde; gibt es eine neuere, wird abgelehnt.',
      },
      scenarioVersion: {
        en: 'The same of its scenario.',
        de: 'Dasselbe von seinem Szenario.',
      },
    },
    answer: {
      en: 'The pivot as it stands then, with what was lost, and each record that was written.',
      de: 'Der Kurswechsel, wie er dann dasteht, mit dem, was verloren ging, und jeder Datensatz, der geschrieben wurde.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'pivot',
    verb: 'tell',
    operation: tellOfPivot,
    page: '/direction/pivots/course',
    inputs: {
      whom: {
        en: 'Whom: the key of a person or team, or a name.',
        de: 'Wem: der Schlüssel einer Person oder eines Teams, oder ein Name.',
      },
      what: { en: 'What it means for them.', de: 'Was es für sie bedeutet.' },
      due: { en: 'The day by which they are to know.', de: 'Der Tag, bis zu dem sie es wissen sollen.' },
      told: { en: 'The day on which they were told.', de: 'Der Tag, an dem sie es erfahren haben.' },
      remove: {
        en: 'Whether to take them off the list.',
        de: 'Ob sie von der Liste genommen werden.',
      },
    },
    answer: { en: 'The pivot as it stands then.', de: 'Der Kurswechsel, wie er dann dasteht.' },
  }),
]
