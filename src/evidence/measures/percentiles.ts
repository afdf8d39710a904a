import type { Percentiles } from './measure.ts'

/**
 * The nearest-rank percentile of values sorted upwards: the smallest one that at least `percent` of them do not exceed.
 * NaN for an empty list.
 */
export function nearestRank(sorted: ArrayLike<number>, percent: number): number {
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100))
  return sorted[rank - 1] ?? Number.NaN
}

/** Nearest-rank p50, p75 and p90 of at least one value, in whatever order they come. */
export function percentilesOf(values: Iterable<number>): Percentiles {
  const sorted = Float64Array.from(values).sort()
  return { p50: nearestRank(sorted, 50), p75: nearestRank(sorted, 75), p90: nearestRank(sorted, 90) }
}

/** The nearest-rank median, or null of nothing. */
export function medianOf(values: Iterable<number>): number | null {
  const sorted = Float64Array.from(values).sort()
  return sorted.length === 0 ? null : nearestRank(sorted, 50)
}
