import type { FigureShape } from '../shape.ts'
import type { Figure, Language, Measure, Scope, Window } from './measure.ts'
import { reasonText } from './reasons.ts'

/** What a figure is an answer to. Instants are milliseconds since 1970. */
export interface Question {
  readonly measure: Measure
  readonly scope: Scope
  readonly window: Window | null
  readonly asOf: number
}

/** The figure as it leaves the engine: without its list of facts, instants as ISO 8601, the reason in words. */
export function toFigureShape(question: Question, figure: Figure, language: Language): FigureShape {
  const { measure, scope, window, asOf } = question
  const { coverage, proxy, percentiles, series, parts, dropped, reason } = figure
  return {
    id: measure.id,
    version: measure.version,
    scope,
    asOf: iso(asOf),
    window: window && { from: iso(window.from), to: iso(window.to) },
    value: figure.value,
    unit: measure.unit,
    sample: figure.sample,
    ...(coverage === undefined ? {} : { coverage }),
    ...(reason === undefined ? {} : { reason: reasonText(reason, language) }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(percentiles && {
      percentiles: { '50': percentiles.p50, '75': percentiles.p75, '90': percentiles.p90 },
    }),
    ...(series && { series: series.map((point) => ({ ...point, from: iso(point.from) })) }),
    ...(parts && { parts }),
    ...(dropped && { dropped }),
  }
}

/** An instant in ISO 8601, UTC; beyond what a date can hold, the nearest it can. */
export function iso(instant: number): string {
  const furthest = 8_640_000_000_000_000
  return new Date(Math.min(furthest, Math.max(-furthest, instant))).toISOString()
}
