import type { Words } from '#kernel/shape.ts'

/** A page on which one works with records of a type, beside their list and their own pages. */
export interface WorkPage {
  readonly to: '/direction/scenarios/compare' | '/direction/vision' | '/direction/pivots/course'
  /** What one does there. */
  readonly label: Words
  /** How its address names one of them. */
  search(key: string): { readonly of: string }
}

/** The types whose records come in from files of other programs. */
export const broughtIn: Readonly<Record<string, 'bet' | 'insight' | undefined>> = {
  bet: 'bet',
  insight: 'insight',
}

/** The working pages by type of record. Safe in a browser. */
export const workPages: Readonly<Record<string, WorkPage | undefined>> = {
  vision: {
    to: '/direction/vision',
    label: { en: 'Read', de: 'Lesen' },
    search: (key) => ({ of: key }),
  },
  scenario: {
    to: '/direction/scenarios/compare',
    label: { en: 'Compare', de: 'Vergleichen' },
    search: (key) => ({ of: key }),
  },
  pivot: {
    to: '/direction/pivots/course',
    label: { en: 'Before and after', de: 'Davor und danach' },
    search: (key) => ({ of: key }),
  },
}
