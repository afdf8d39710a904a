import type { MovedBet } from '../kept/what-moved.ts'
import { likelihoodBand } from './likelihood-band.ts'
import type { TimeAxis } from './time-axis.ts'

const levels = ['50', '70', '85', '95'] as const

/** The band of an earlier day, paler and taller than the one before it; what moved stands beside it in words. */
export function BaselineBand({ bet: { before }, axis }: { readonly bet: MovedBet; readonly axis: TimeAxis }) {
  if (before === null) return null
  const [p50, p70, p85, p95] = levels.map((level) => before[level] ?? null)
  const band = likelihoodBand(axis, {
    dates: { 50: p50 ?? null, 70: p70 ?? null, 85: p85 ?? null, 95: p95 ?? null },
    cumulative: levels.flatMap((level) => {
      const date = before[level] ?? null
      return date === null ? [] : [{ day: 0, date, chance: Number(level) / 100 }]
    }),
  })
  if (band === null || band === 'beyond') return null
  return (
    <div aria-hidden="true" className="absolute inset-x-0 top-0 h-6" data-baseline="">
      {band.slices.map(({ start, end, weight }) => (
        <span
          key={start}
          className="absolute inset-y-0 min-w-0.5 bg-rule-strong [print-color-adjust:exact]"
          style={{ left: `${start}%`, width: `${end - start}%`, opacity: 0.25 + weight * 0.6 }}
        />
      ))}
    </div>
  )
}
