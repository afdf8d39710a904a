import { quarterPattern } from './allocation/quarter.ts'
import { defineRecord } from '#kernel/shape.ts'
import { checkAllocation } from './check-allocation.ts'
import { investmentKinds } from './investment-kinds.ts'

const share = { kind: 'percentage', group: 'split' } as const

/** How the effort of a quarter is meant to be split, and below what it must not fall. */
export const allocation = defineRecord({
  type: 'allocation',
  collection: 'allocations',
  area: 'roadmap',
  prefix: 'ALLOC',
  names: { one: { en: 'Allocation', de: 'Aufteilung' }, many: { en: 'Allocations', de: 'Aufteilungen' } },
  purpose: {
    en: 'How the effort of a quarter is meant to be split over kinds of investment, for the company or a team, with floors.',
    de: 'Wie sich der Aufwand eines Quartals auf die Arten verteilen soll, für die Firma oder ein Team, mit Untergrenzen.',
  },
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'title',
  check: checkAllocation,
  groups: { split: { en: 'Intended split', de: 'Gewollte Verteilung' } },
  fields: {
    title: {
      kind: 'short-text',
      label: { en: 'Title', de: 'Titel' },
      required: true,
      longest: 120,
    },
    quarter: {
      kind: 'short-text',
      label: { en: 'Quarter', de: 'Quartal' },
      help: { en: 'As in 2026-Q3.', de: 'Wie in 2026-Q3.' },
      required: true,
      longest: 7,
      form: { pattern: quarterPattern, like: '2026-Q3' },
    },
    team: {
      kind: 'reference',
      to: 'team',
      label: { en: 'Team', de: 'Team' },
      help: { en: 'None for the whole company.', de: 'Keines für die ganze Firma.' },
    },
    feature: { ...share, label: investmentKinds.feature },
    foundation: { ...share, label: investmentKinds.foundation },
    reliability: { ...share, label: investmentKinds.reliability },
    learning: { ...share, label: investmentKinds.learning },
    upkeep: { ...share, label: investmentKinds.upkeep },
    floors: {
      kind: 'rows',
      label: { en: 'Floors', de: 'Untergrenzen' },
      help: {
        en: 'Below what a kind must not fall, and what is at risk when it does.',
        de: 'Worunter eine Art nicht fallen darf, und was auf dem Spiel steht, wenn doch.',
      },
      most: 5,
      columns: {
        investment: {
          kind: 'choice',
          label: { en: 'Kind', de: 'Art' },
          required: true,
          choices: investmentKinds,
        },
        share: { kind: 'percentage', label: { en: 'Floor', de: 'Untergrenze' }, required: true },
        risk: {
          kind: 'short-text',
          label: { en: 'What is at risk', de: 'Was auf dem Spiel steht' },
          required: true,
          longest: 300,
        },
      },
    },
    why: { kind: 'markdown', label: { en: 'Why so', de: 'Warum so' } },
  },
})
