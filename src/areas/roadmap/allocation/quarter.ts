import type { QuarterState } from './allocation-shape.ts'

/** A quarter as people write it. */
export const quarterPattern = /^(19|20|21)\d\d-Q[1-4]$/

/** The quarter, in UTC, that an instant lies in. */
export function quarterOf(at: Date): string {
  return named(at.getUTCFullYear() * 4 + Math.floor(at.getUTCMonth() / 3))
}

/** The quarter so many before. */
export function quarterBefore(quarter: string, count: number): string {
  return named(placeOf(quarter) - count)
}

/** The half-open time of a quarter in milliseconds since 1970. */
export function timeOf(quarter: string): { readonly from: number; readonly to: number } {
  return { from: startOf(placeOf(quarter)), to: startOf(placeOf(quarter) + 1) }
}

export function stateOf(quarter: string, now: Date): QuarterState {
  const { from, to } = timeOf(quarter)
  if (to <= now.getTime()) return 'over'
  return from <= now.getTime() ? 'running' : 'to-come'
}

function placeOf(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1
}

const named = (place: number) => `${Math.floor(place / 4)}-Q${(place % 4) + 1}`

const startOf = (place: number) => Date.UTC(Math.floor(place / 4), (place % 4) * 3, 1)
