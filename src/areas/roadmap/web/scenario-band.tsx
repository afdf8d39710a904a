import type { BetInPlan } from '../scenario/comparison-shape.ts'

/** The days that all bands are drawn over. */
export interface Axis {
  readonly from: number
  readonly to: number
}

const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** From the start to the last day that any plan names. */
export function axisOf(
  start: string,
  bets: readonly { readonly inPlans: readonly (BetInPlan | null)[] }[],
): Axis {
  const days = bets.flatMap(({ inPlans }) =>
    inPlans.flatMap((plan) =>
      Object.values(plan?.dates ?? {}).flatMap((day) => (day === null ? [] : [dayOf(day)])),
    ),
  )
  const from = dayOf(start)
  return { from, to: Math.max(from + 86_400_000, ...days) }
}

/** A band whose weight fades with likelihood; what it says stands beside it in words. */
export function ScenarioBand({
  axis,
  dates,
  isMarked,
}: {
  readonly axis: Axis
  readonly dates: BetInPlan['dates']
  /** To be read with care, as on the roadmap by a broken edge. */
  readonly isMarked: boolean
}) {
  if (dates === null) return <div className="h-3" aria-hidden="true" />
  const place = (day: string | null) =>
    day === null ? 100 : ((dayOf(day) - axis.from) / (axis.to - axis.from)) * 100
  const [half, most, sure, end] = [dates['50'], dates['70'], dates['85'], dates['95']].map(place) as [
    number,
    number,
    number,
    number,
  ] // one of each
  const parts = [
    { from: half, to: most, opacity: 0.9 },
    { from: most, to: sure, opacity: 0.55 },
    { from: sure, to: end, opacity: 0.25 },
  ]
  return (
    <div className="relative h-3" aria-hidden="true">
      <div className="absolute inset-x-0 top-1/2 border-t border-rule" />
      {parts.map(({ from, to, opacity }) => (
        <div
          key={opacity}
          className="absolute inset-y-0 min-w-0.5 bg-accent"
          style={{ left: `${Math.min(from, 99.5)}%`, width: `${Math.max(0, to - from)}%`, opacity }}
        />
      ))}
      {isMarked && (
        <div
          className="absolute inset-y-0 min-w-2 border border-dashed border-series-1"
          style={{ left: `${Math.min(half, 99.5)}%`, width: `${Math.max(0, end - half)}%` }}
        />
      )}
      <div className="absolute -inset-y-0.5 w-0.5 bg-ink" style={{ left: `${Math.min(sure, 99.5)}%` }} />
    </div>
  )
}
