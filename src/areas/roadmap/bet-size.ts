const count = { kind: 'number', whole: true, least: 0, most: 10_000, required: true } as const

/** From how many changes to how many, as columns of a row. */
const ends = {
  low: { ...count, label: { en: 'At least', de: 'Mindestens' } },
  high: { ...count, label: { en: 'At most', de: 'Höchstens' } },
} as const

/** The fields that say how large a bet is: a range, where it differs, what it resembles, and what may come on top. */
export const betSize = {
  low: {
    kind: 'number',
    label: { en: 'At least', de: 'Mindestens' },
    help: {
      en: 'How many delivered changes it takes in each team if all goes well.',
      de: 'Wie viele gelieferte Änderungen sie in jedem Team braucht, wenn alles gut geht.',
    },
    unit: { en: 'changes', de: 'Änderungen' },
    whole: true,
    least: 1,
    most: 10_000,
    group: 'size',
  },
  high: {
    kind: 'number',
    label: { en: 'At most', de: 'Höchstens' },
    help: {
      en: 'How many if it turns out large; the range is what the forecast draws from.',
      de: 'Wie viele, wenn sie groß wird; aus der Spanne zieht die Prognose.',
    },
    unit: { en: 'changes', de: 'Änderungen' },
    whole: true,
    least: 1,
    most: 10_000,
    group: 'size',
  },
  teamSizes: {
    kind: 'rows',
    label: { en: 'Other sizes for some teams', de: 'Andere Größen für einzelne Teams' },
    group: 'size',
    most: 12,
    columns: {
      team: { kind: 'reference', to: 'team', label: { en: 'Team', de: 'Team' }, required: true },
      ...ends,
    },
  },
  resembles: {
    kind: 'references',
    to: 'bet',
    label: { en: 'Resembles', de: 'Ähnelt' },
    help: {
      en: 'Finished bets of about this size; without a size of its own it takes theirs, as it was measured.',
      de: 'Beendete Wetten etwa dieser Größe; ohne eigene Größe gilt deren gemessene.',
    },
    most: 10,
    group: 'size',
  },
  splitLow: {
    kind: 'number',
    label: { en: 'Split rate, at least', de: 'Zuwachs, mindestens' },
    help: {
      en: 'What one planned change becomes while it is worked on: 1 stays one, 1.5 becomes one and a half.',
      de: 'Was aus einer geplanten Änderung wird, während man daran arbeitet: 1 bleibt eine, 1,5 werden anderthalb.',
    },
    least: 1,
    most: 10,
    group: 'size',
  },
  splitHigh: {
    kind: 'number',
    label: { en: 'Split rate, at most', de: 'Zuwachs, höchstens' },
    least: 1,
    most: 10,
    group: 'size',
  },
  risks: {
    kind: 'rows',
    label: { en: 'Risks', de: 'Risiken' },
    help: {
      en: 'What may come on top, how likely, and how many changes it would cost.',
      de: 'Was dazukommen kann, wie wahrscheinlich, und wie viele Änderungen es kosten würde.',
    },
    group: 'size',
    most: 20,
    columns: {
      risk: { kind: 'short-text', label: { en: 'Risk', de: 'Risiko' }, required: true },
      chance: { kind: 'percentage', label: { en: 'Chance', de: 'Wahrscheinlichkeit' }, required: true },
      ...ends,
    },
  },
} as const
