import { isSince, type Since } from './baseline-day.ts'

/** What the address of the roadmap says besides its path. */
export interface RoadmapView {
  /** By what the bets are grouped; the horizon where it does not say. */
  readonly by: Grouping
  /** How far ahead the axis reaches. */
  readonly span: Span
  /** Working days of history that pace is drawn from. */
  readonly window: number
  /** The earlier day whose forecast stands behind today’s. */
  readonly since?: Since
  /** Key of the bet whose forecast lies open. */
  readonly bet?: string
  /** What else lies open. */
  readonly open?: Panel
}

export const groupings = ['horizon', 'team', 'goal', 'none'] as const
export type Grouping = (typeof groupings)[number]

export const spans = ['quarter', 'half', 'year'] as const
export type Span = (typeof spans)[number]

export const windows = [20, 65, 130, 260] as const

/** The window that forecasts are kept with. */
export const keptWindow = 65

/** `moved`: what moved since the earlier day. `calibration`: how often forecasts came true. */
export type Panel = (typeof panels)[number]
const panels = ['moved', 'calibration'] as const

const usual: RoadmapView = { by: 'horizon', span: 'half', window: keptWindow }

/** Reads the search part of an address; what is not understood is as it usually is. */
export function parseRoadmapView(search: Readonly<Record<string, unknown>>): RoadmapView {
  const { bet, since } = search
  const isOfBet = typeof bet === 'string' && /^BET-\d{1,9}$/i.test(bet)
  const open = panels.find((one) => one === search['open'])
  return {
    by: groupings.find((one) => one === search['by']) ?? usual.by,
    span: spans.find((one) => one === search['span']) ?? usual.span,
    window: windows.find((one) => one === Number(search['window'])) ?? usual.window,
    ...(isSince(since) && { since }),
    // One drawer lies open at a time.
    ...(isOfBet ? { bet: bet.toUpperCase() } : open && { open }),
  }
}

/** The view as an address says it: what is as usual stands in none. */
export function toSearch({ by, span, window, since, bet, open }: Changed): Readonly<Record<string, unknown>> {
  return {
    ...(by !== usual.by && { by }),
    ...(span !== usual.span && { span }),
    ...(window !== usual.window && { window }),
    ...(since !== undefined && { since }),
    ...(bet !== undefined ? { bet } : open !== undefined && { open }),
  }
}

/** A view in which what can be taken away may have been. */
export type Changed = Omit<RoadmapView, 'since' | 'bet' | 'open'> & {
  readonly [Key in 'since' | 'bet' | 'open']?: RoadmapView[Key] | undefined
}

/** One step nearer or further; the same at the end. */
export function nextSpan(span: Span, step: 1 | -1): Span {
  return spans[spans.indexOf(span) + step] ?? span
}
