import { defineRecord } from '#kernel/shape.ts'
import { editions } from './editions.ts'

/** Where the company is going, in words that people remember; what is published stays as it was. */
export const vision = defineRecord({
  type: 'vision',
  collection: 'visions',
  area: 'strategy',
  prefix: 'VISION',
  names: { one: { en: 'Vision', de: 'Vision' }, many: { en: 'Visions', de: 'Visionen' } },
  purpose: {
    en: 'Where the company is going, in words that people remember; each published edition stays as it was.',
    de: 'Wohin die Firma geht, in Worten, die man sich merkt; jede veröffentlichte Ausgabe bleibt, wie sie war.',
  },
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'title',
  groups: { editions: { en: 'Published', de: 'Veröffentlicht' } },
  fields: {
    title: {
      kind: 'short-text',
      label: { en: 'Title', de: 'Titel' },
      help: { en: 'The vision in one sentence.', de: 'Die Vision in einem Satz.' },
      required: true,
      longest: 200,
    },
    text: {
      kind: 'markdown',
      label: { en: 'Text', de: 'Text' },
      help: {
        en: 'What will be true in a few years, for whom, and how one will notice. Members can read the draft.',
        de: 'Was in ein paar Jahren gilt, für wen, und woran man es merkt. Mitglieder können den Entwurf lesen.',
      },
    },
    audiences: {
      kind: 'rows',
      label: { en: 'What it means for', de: 'Was sie bedeutet für' },
      help: {
        en: 'A text of its own for each audience: what of it concerns them.',
        de: 'Ein eigener Text für jedes Publikum: was davon es angeht.',
      },
      most: 12,
      columns: {
        audience: {
          kind: 'short-text',
          label: { en: 'Audience', de: 'Publikum' },
          longest: 80,
          required: true,
        },
        text: { kind: 'markdown', label: { en: 'Text', de: 'Text' }, required: true },
      },
    },
    editions: { ...editions, group: 'editions' },
    documents: { kind: 'attachments', label: { en: 'Documents', de: 'Unterlagen' } },
  },
})
