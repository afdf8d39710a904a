import { dayOrder, defineRecord } from '#kernel/shape.ts'

/** What the company wants to have reached, by when, and how that will be seen. */
export const goal = defineRecord({
  type: 'goal',
  collection: 'goals',
  area: 'strategy',
  prefix: 'GOAL',
  names: { one: { en: 'Goal', de: 'Ziel' }, many: { en: 'Goals', de: 'Ziele' } },
  purpose: {
    en: 'What is to be reached, by when, and the figure that will show it.',
    de: 'Was erreicht werden soll, bis wann, und an welcher Zahl man es sieht.',
  },
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'title',
  check: (values) =>
    dayOrder(values, ['from', 'due'], {
      en: 'Due lies before the day from which it counts.',
      de: 'Bis liegt vor dem Tag, ab dem es gilt.',
    }),
  groups: {
    measured: { en: 'How it is measured', de: 'Woran es gemessen wird' },
    time: { en: 'When', de: 'Wann' },
    place: { en: 'Where it belongs', de: 'Wohin es gehört' },
  },
  fields: {
    title: {
      kind: 'short-text',
      label: { en: 'Title', de: 'Titel' },
      help: {
        en: 'The result, not the work: what will be true.',
        de: 'Das Ergebnis, nicht die Arbeit: was dann gilt.',
      },
      required: true,
      longest: 120,
    },
    state: {
      kind: 'state',
      label: { en: 'State', de: 'Stand' },
      required: true,
      choices: {
        draft: { en: 'Draft', de: 'Entwurf' },
        active: { en: 'Active', de: 'Aktiv' },
        reached: { en: 'Reached', de: 'Erreicht' },
        missed: { en: 'Missed', de: 'Verfehlt' },
        dropped: { en: 'Dropped', de: 'Aufgegeben' },
      },
      initial: 'draft',
      transitions: {
        draft: ['active', 'dropped'],
        active: ['reached', 'missed', 'dropped'],
        reached: ['active'],
        missed: ['active'],
        dropped: ['active'],
      },
    },
    why: {
      kind: 'markdown',
      label: { en: 'Why', de: 'Warum' },
      help: {
        en: 'What becomes possible once it is reached, and for whom.',
        de: 'Was möglich wird, wenn es erreicht ist, und für wen.',
      },
    },
    metric: {
      kind: 'short-text',
      label: { en: 'Metric', de: 'Messgröße' },
      help: { en: 'The one figure that shows it.', de: 'Die eine Zahl, an der man es sieht.' },
      group: 'measured',
    },
    unit: {
      kind: 'short-text',
      label: { en: 'Unit', de: 'Einheit' },
      longest: 40,
      group: 'measured',
    },
    baseline: { kind: 'number', label: { en: 'Baseline', de: 'Ausgangswert' }, group: 'measured' },
    target: { kind: 'number', label: { en: 'Target', de: 'Zielwert' }, group: 'measured' },
    checkIns: {
      kind: 'rows',
      label: { en: 'Check-ins', de: 'Zwischenstände' },
      help: {
        en: 'Where it stood on a day, and how sure you were then that it will be reached.',
        de: 'Wie es an einem Tag stand und wie sicher Du warst, dass es erreicht wird.',
      },
      group: 'measured',
      most: 200,
      columns: {
        day: { kind: 'day', label: { en: 'Day', de: 'Tag' }, required: true },
        value: { kind: 'number', label: { en: 'Value', de: 'Wert' } },
        confidence: { kind: 'percentage', label: { en: 'Confidence', de: 'Zuversicht' } },
        note: { kind: 'short-text', label: { en: 'Note', de: 'Notiz' } },
      },
    },
    from: { kind: 'day', label: { en: 'From', de: 'Ab' }, group: 'time' },
    due: { kind: 'day', label: { en: 'Due', de: 'Bis' }, group: 'time' },
    parent: {
      kind: 'reference',
      to: 'goal',
      sight: 'up',
      label: { en: 'Part of', de: 'Teil von' },
      help: {
        en: 'The goal that this one is a step towards.',
        de: 'Das Ziel, zu dem dieses ein Schritt ist.',
      },
      group: 'place',
    },
    owner: {
      kind: 'person',
      label: { en: 'Owner', de: 'Verantwortlich' },
      help: { en: 'Who answers for it.', de: 'Wer dafür einsteht.' },
      group: 'place',
    },
    labels: { kind: 'tags', label: { en: 'Labels', de: 'Schlagwörter' }, group: 'place' },
    documents: {
      kind: 'attachments',
      label: { en: 'Documents', de: 'Unterlagen' },
      help: {
        en: 'What it rests on: a study, an offer, a sketch.',
        de: 'Worauf es sich stützt: eine Studie, ein Angebot, eine Skizze.',
      },
    },
  },
})
