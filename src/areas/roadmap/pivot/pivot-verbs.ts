import { areaVerb, type AreaVerb } from '#kernel'
import { previewPivot } from './preview-pivot.ts'
import { takePivot } from './take-pivot.ts'

/** What can be done with pivots beside writing them. */
export const pivotVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'roadmap',
    record: 'pivot',
    verb: 'preview',
    operation: previewPivot,
    page: '/direction/pivots',
    inputs: { language: { en: 'Language of the reasons.', de: 'Sprache der Begründungen.' } },
    answer: {
      en: 'Bets that stop with what teams delivered for them, bets that survive, goals, promised dates, links to what goes on, and whom to tell, as a proposal.',
      de: 'Wetten, die enden, mit dem, was Teams dafür geliefert haben, Wetten, die bleiben, Ziele, zugesagte Termine, Verbindungen zu dem, was weitergeht, und wem es zu sagen ist, als Vorschlag.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    record: 'pivot',
    verb: 'take',
    operation: takePivot,
    page: '/direction/pivots',
    inputs: {
      why: {
        en: 'Why its scenario is adopted; it is kept.',
        de: 'Warum sein Szenario übernommen wird; das bleibt stehen.',
      },
      version: {
        en: 'The version that was looked at; it is refused when there is a newer one.',
        de: 'Die Version, die angesehen wurde; gibt es eine neuere, wird abgelehnt.',
      },
    },
    answer: {
      en: 'The pivot as it stands then, with what was lost, and each record that was written.',
      de: 'Der Kurswechsel, wie er dann dasteht, mit dem, was verloren ging, und jeder Datensatz, der geschrieben wurde.',
    },
  }),
]
