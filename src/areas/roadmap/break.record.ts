import { dayOrder, defineRecord } from '#kernel/shape.ts'

/** Days on which nobody works, or a team does not: holidays, a company week, an offsite. */
export const breakRecord = defineRecord({
  type: 'break',
  collection: 'breaks',
  area: 'roadmap',
  prefix: 'BREAK',
  names: { one: { en: 'Break', de: 'Arbeitsfreie Zeit' }, many: { en: 'Breaks', de: 'Arbeitsfreie Zeiten' } },
  purpose: {
    en: 'Days on which the company or a team does not work; forecasts leave them out.',
    de: 'Tage, an denen die Firma oder ein Team nicht arbeitet; Prognosen lassen sie aus.',
  },
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'title',
  check: (values) =>
    dayOrder(values, ['from', 'until'], {
      en: 'Until lies before the first day.',
      de: 'Bis liegt vor dem ersten Tag.',
    }),
  fields: {
    title: {
      kind: 'short-text',
      label: { en: 'Title', de: 'Titel' },
      required: true,
      longest: 120,
    },
    from: { kind: 'day', label: { en: 'From', de: 'Ab' }, required: true },
    until: {
      kind: 'day',
      label: { en: 'Until', de: 'Bis' },
      help: { en: 'Its last day; none for a single one.', de: 'Der letzte Tag; keiner für einen einzelnen.' },
    },
    teams: {
      kind: 'references',
      to: 'team',
      label: { en: 'Teams', de: 'Teams' },
      help: { en: 'None for the whole company.', de: 'Keine für die ganze Firma.' },
      most: 50,
    },
  },
})
