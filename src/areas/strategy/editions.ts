import type { RecordShape } from '#kernel/shape.ts'
import type { EditionLine } from './edition-shape.ts'

/** What of a record was published: each edition is a version that stays as it was. Safe in a browser. */
export const editions = {
  kind: 'rows',
  label: { en: 'Editions', de: 'Ausgaben' },
  help: {
    en: 'Which version was published when; that version stays as it was.',
    de: 'Welche Version wann veröffentlicht wurde; diese Version bleibt, wie sie war.',
  },
  most: 200,
  written: {
    en: 'Publish it with the verb publish.',
    de: 'Veröffentliche sie mit dem Befehl publish.',
  },
  columns: {
    edition: {
      kind: 'number',
      label: { en: 'Edition', de: 'Ausgabe' },
      whole: true,
      least: 1,
      required: true,
    },
    version: {
      kind: 'number',
      label: { en: 'Version', de: 'Version' },
      whole: true,
      namesVersion: true,
      least: 1,
      required: true,
    },
    day: { kind: 'day', label: { en: 'Day', de: 'Tag' }, required: true },
    note: { kind: 'short-text', label: { en: 'What is new', de: 'Was neu ist' } },
  },
} as const

/** What of a record was published, the oldest first. */
export function editionsOf({ fields }: Pick<RecordShape, 'fields'>): readonly EditionLine[] {
  const { editions } = fields
  return Array.isArray(editions) ? editions : []
}
