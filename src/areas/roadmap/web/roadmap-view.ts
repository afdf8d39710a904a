/** What the address of the roadmap says besides its path. */
export interface RoadmapView {
  /** By what the bets are grouped; the horizon where it does not say. */
  readonly by: Grouping
  /** How far ahead the axis reaches. */
  readonly span: Span
  /** Working days of history that pace is drawn from. */
  readonly window: number
  /** Key of the bet whose forecast lies open. */
  readonly bet?: string
}

export const groupings = ['horizon', 'team', 'goal', 'none'] as const
export type Grouping = (typeof groupings)[number]

export const spans = ['quarter', 'half', 'year'] as const
export type Span = (typeof spans)[number]

export const windows = [20, 65, 130, 260] as const

const usual: RoadmapView = { by: 'horizon', span: 'half', window: 65 }

/** Reads the search part of an address; what is not understood is as it usually is. */
export function parseRoadmapView(search: Readonly<Record<string, unknown>>): RoadmapView {
  const { bet } = search
  return {
    by: groupings.find((one) => one === search['by']) ?? usual.by,
    span: spans.find((one) => one === search['span']) ?? usual.span,
    window: windows.find((one) => one === Number(search['window'])) ?? usual.window,
    ...(typeof bet === 'string' && /^BET-\d{1,9}$/i.test(bet) && { bet: bet.toUpperCase() }),
  }
}

/** The view as an address says it: what is as usual stands in none. */
export function toSearch({ by, span, window, bet }: RoadmapView): Readonly<Record<string, unknown>> {
  return {
    ...(by !== usual.by && { by }),
    ...(span !== usual.span && { span }),
    ...(window !== usual.window && { window }),
    ...(bet !== undefined && { bet }),
  }
}

/** One step nearer or further; the same at the end. */
export function nextSpan(span: Span, step: 1 | -1): Span {
  return spans[spans.indexOf(span) + step] ?? span
}
