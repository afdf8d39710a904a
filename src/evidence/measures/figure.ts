import type { CountedThing, Figure, Reason } from './measure.ts'

/** The figure that there is not, with whatever can be said all the same. */
export function noFigure(reason: Reason, known: Partial<Figure> = {}): Figure {
  return { ...known, sample: known.sample ?? 0, value: null, reason }
}

/** The reason for a sample below what a measure needs. */
export function tooFew(what: CountedThing, needed: number, got: number): Reason {
  return { code: 'too-few', what, needed, got }
}

/** `part / whole`, or null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** What was left out, for a figure: only the reasons that met anything, nothing at all where none did. */
export function leftOut(counts: Readonly<Record<string, number>>): Pick<Figure, 'dropped'> {
  const met = Object.entries(counts).filter(([, count]) => count > 0)
  return met.length === 0 ? {} : { dropped: Object.fromEntries(met) }
}
