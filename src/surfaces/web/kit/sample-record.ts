import { defineRecord, type FieldKindName, type FieldValues } from '#kernel/shape.ts'

/** A type of record with a field of every kind; only the kit page knows it. */
export const sample = defineRecord({
  type: 'sample',
  collection: 'samples',
  area: 'kit',
  prefix: 'SAMPLE',
  names: { one: { en: 'Sample', de: 'Muster' }, many: { en: 'Samples', de: 'Muster' } },
  purpose: { en: 'Shows every kind of field.', de: 'Zeigt jede Art von Feld.' },
  audience: 'company',
  writers: ['owner'],
  title: 'title',
  fields: {
    title: {
      kind: 'short-text',
      label: { en: 'Line of text', de: 'Textzeile' },
      help: { en: 'One sentence about what belongs here.', de: 'Ein Satz dazu, was hierher gehört.' },
      required: true,
    },
    text: { kind: 'markdown', label: { en: 'Markdown', de: 'Markdown' } },
    number: {
      kind: 'number',
      label: { en: 'Number with unit', de: 'Zahl mit Einheit' },
      unit: { en: 'hours', de: 'Stunden' },
    },
    share: { kind: 'percentage', label: { en: 'Percentage', de: 'Prozentsatz' } },
    price: { kind: 'money', label: { en: 'Money', de: 'Geldbetrag' } },
    estimate: {
      kind: 'range',
      label: { en: 'Range', de: 'Spanne' },
      unit: { en: 'weeks', de: 'Wochen' },
    },
    day: { kind: 'day', label: { en: 'Day', de: 'Tag' } },
    moment: { kind: 'instant', label: { en: 'Moment', de: 'Zeitpunkt' } },
    length: { kind: 'duration', label: { en: 'Duration', de: 'Dauer' } },
    choice: {
      kind: 'choice',
      label: { en: 'Choice', de: 'Auswahl' },
      choices: { adopt: { en: 'Adopt', de: 'Einführen' }, hold: { en: 'Hold', de: 'Warten' } },
    },
    several: {
      kind: 'choices',
      label: { en: 'Several of a few', de: 'Mehrere von wenigen' },
      choices: {
        web: { en: 'Web', de: 'Web' },
        mobile: { en: 'Mobile', de: 'Mobil' },
        desk: { en: 'Desk', de: 'Schreibtisch' },
      },
    },
    state: {
      kind: 'state',
      label: { en: 'State', de: 'Stand' },
      required: true,
      choices: {
        idea: { en: 'Idea', de: 'Idee' },
        running: { en: 'Running', de: 'Läuft' },
        done: { en: 'Done', de: 'Fertig' },
      },
      initial: 'idea',
      transitions: { idea: ['running'], running: ['idea', 'done'] },
    },
    urgent: { kind: 'yes-no', label: { en: 'Yes or no', de: 'Ja oder nein' } },
    page: { kind: 'url', label: { en: 'Web address', de: 'Webadresse' } },
    mail: { kind: 'email', label: { en: 'E-mail address', de: 'E-Mail-Adresse' } },
    tags: { kind: 'tags', label: { en: 'Tags', de: 'Schlagwörter' } },
    goal: { kind: 'reference', to: 'goal', label: { en: 'Record', de: 'Datensatz' } },
    goals: { kind: 'references', to: 'goal', label: { en: 'Records', de: 'Datensätze' } },
    person: { kind: 'person', label: { en: 'Person', de: 'Person' } },
    options: {
      kind: 'rows',
      label: { en: 'Rows', de: 'Zeilen' },
      columns: {
        option: { kind: 'short-text', label: { en: 'Option', de: 'Möglichkeit' }, required: true },
        cost: { kind: 'number', label: { en: 'Cost', de: 'Kosten' } },
        chosen: { kind: 'yes-no', label: { en: 'Chosen', de: 'Gewählt' } },
      },
    },
    documents: { kind: 'attachments', label: { en: 'Files', de: 'Dateien' } },
  },
})

/** A value of every kind. */
export const sampleValues = {
  'short-text': 'Half the time from sign-up to first order',
  markdown: 'A shop that sells within *two days* stays.',
  number: 1250.5,
  percentage: 62.5,
  money: { amount: 1_250_000, currency: 'EUR' },
  range: { low: 2, likely: 3, high: 8 },
  day: '2026-03-01',
  instant: '2026-03-01T10:00:00.000Z',
  duration: 'P3DT4H',
  choice: 'adopt',
  choices: ['web', 'desk'],
  state: 'running',
  'yes-no': true,
  url: 'https://example.com/decisions/why',
  email: 'ada@example.com',
  tags: ['onboarding', 'growth'],
  reference: 'GOAL-3',
  references: ['GOAL-3', 'GOAL-4'],
  person: 'PERSON-1',
  rows: [
    { option: 'Buy', cost: 1200, chosen: false },
    { option: 'Build', cost: 4000, chosen: true },
  ],
  attachments: [
    {
      id: 'a'.repeat(64),
      name: 'What shops told us when we asked them in March.pdf',
      size: 1_234_567,
      type: 'application/pdf',
    },
    { id: 'b'.repeat(64), name: 'figures.csv', size: 812, type: 'text/csv' },
  ],
} as const satisfies { [Kind in FieldKindName]: FieldValues[Kind] }

export const sampleReferences = {
  'GOAL-3': { type: 'goal', title: 'No shop waits for a person', archived: false },
  'GOAL-4': { type: 'goal', title: 'Every shop sells in its second week', archived: false },
  'PERSON-1': { type: 'person', title: 'Ada Krüger', archived: false },
} as const
