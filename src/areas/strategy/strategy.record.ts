import { defineRecord } from '#kernel/shape.ts'
import { editions } from './editions.ts'

/** How the vision is to be reached: what the situation is, by what one decides, and what is left undone. */
export const strategy = defineRecord({
  type: 'strategy',
  collection: 'strategies',
  area: 'strategy',
  prefix: 'STRAT',
  names: { one: { en: 'Strategy', de: 'Strategie' }, many: { en: 'Strategies', de: 'Strategien' } },
  purpose: {
    en: 'How the vision is to be reached: what the situation is, by what one decides, and what is left undone.',
    de: 'Wie die Vision erreicht werden soll: wie die Lage ist, wonach man entscheidet und was man lässt.',
  },
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'title',
  groups: { editions: { en: 'Published', de: 'Veröffentlicht' } },
  fields: {
    title: { kind: 'short-text', label: { en: 'Title', de: 'Titel' }, required: true, longest: 200 },
    vision: {
      kind: 'reference',
      to: 'vision',
      sight: 'up',
      label: { en: 'Vision', de: 'Vision' },
    },
    diagnosis: {
      kind: 'markdown',
      label: { en: 'Diagnosis', de: 'Diagnose' },
      help: {
        en: 'What is going on here: the one difficulty that matters, named plainly. Members can read the draft.',
        de: 'Was hier los ist: die eine Schwierigkeit, auf die es ankommt, beim Namen genannt. Mitglieder können den Entwurf lesen.',
      },
    },
    policies: {
      kind: 'rows',
      label: { en: 'Guiding policies', de: 'Leitlinien' },
      help: {
        en: 'By what everybody decides who is not in the room with you.',
        de: 'Wonach alle entscheiden, die nicht mit Dir im Raum sind.',
      },
      most: 20,
      columns: {
        policy: {
          kind: 'short-text',
          label: { en: 'Policy', de: 'Leitlinie' },
          longest: 300,
          required: true,
        },
        why: { kind: 'markdown', label: { en: 'Why', de: 'Warum' } },
      },
    },
    refusals: {
      kind: 'rows',
      label: { en: 'What we will not do', de: 'Was wir nicht tun' },
      most: 20,
      columns: {
        refusal: { kind: 'short-text', label: { en: 'Not', de: 'Nicht' }, longest: 300, required: true },
        why: { kind: 'markdown', label: { en: 'Why', de: 'Warum' } },
      },
    },
    editions: { ...editions, group: 'editions' },
    documents: { kind: 'attachments', label: { en: 'Documents', de: 'Unterlagen' } },
  },
})
