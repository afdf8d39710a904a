import { useId } from 'react'
import { useWords } from '#kit/language/words.ts'
import type { BetOutlook, RoadmapForecast } from '../answer-forecast.ts'
import type { MovedBet } from '../kept/what-moved.ts'
import { BaselineBand } from './baseline-band.tsx'
import { labelSide, likelihoodBand, type LikelihoodBand } from './likelihood-band.ts'
import { monthsOf, placeOf, stretchOf, type TimeAxis } from './time-axis.ts'
import type { Baseline } from './use-moved.ts'
import { useMovedWords } from './use-moved-words.ts'
import { useOutlookWords } from './use-outlook-words.ts'
import { useRoadmapView } from './use-roadmap-view.ts'
import { roadmapWords } from './words.ts'

interface TimeCellProps {
  readonly bet: BetOutlook
  readonly axis: TimeAxis
  readonly breaks: RoadmapForecast['breaks']
  readonly baseline: Baseline | null
}

/** What is to be expected of a bet, on the axis; the same in words for who cannot see it. */
export function TimeCell({ bet, axis, breaks, baseline }: TimeCellProps) {
  const words = useWords(roadmapWords)
  const band = likelihoodBand(axis, bet)
  const moved = baseline?.bets.get(bet.key)
  return (
    <div className="relative -mb-1.5 min-w-0 pt-1 pb-1.5 lg:-mt-1.5 lg:pt-2.5">
      <Ground bet={bet} axis={axis} breaks={breaks} />
      <div className="relative">
        {moved && <BaselineBand bet={moved} axis={axis} />}
        {band === null && <NoForecast bet={bet} />}
        {band === 'beyond' && <Beyond bet={bet} />}
        {band !== null && band !== 'beyond' && <Band bet={bet} band={band} />}
        {moved && baseline && <Moved bet={bet} moved={moved} since={baseline.since} />}
        <Wanted bet={bet} axis={axis} />
        {band !== null && bet.reason !== null && (
          <p className="max-w-[64ch] text-xs text-ink-2">
            <span className="bg-paper">
              {bet.marked && words('row.care')} {bet.reason}
            </span>
          </p>
        )}
      </div>
    </div>
  )
}

/** Months as lines, days without work as shades. */
function Ground({ bet, axis, breaks }: Omit<TimeCellProps, 'baseline'>) {
  const off = breaks.filter(
    ({ teams }) => teams.length === 0 || teams.some((team) => bet.teams.includes(team)),
  )
  return (
    <div aria-hidden="true" className="absolute inset-0 overflow-hidden">
      {off.map((each) => {
        const stretch = stretchOf(axis, each)
        if (!stretch) return null
        const { start, end } = stretch
        return (
          <span
            key={`${each.from} ${each.until}`}
            className="absolute inset-y-0 min-w-0.5 bg-sunk [print-color-adjust:exact]"
            style={{ left: `${start}%`, width: `${end - start}%` }}
          />
        )
      })}
      {monthsOf(axis).map(({ date, at }) => (
        <span key={date} className="absolute inset-y-0 border-l border-rule" style={{ left: `${at}%` }} />
      ))}
    </div>
  )
}

/** The share of the axis that a label beside a band takes where the window is narrow. */
const labelRoom = 30

function Band({ bet, band }: { readonly bet: BetOutlook; readonly band: LikelihoodBand }) {
  const words = useWords(roadmapWords)
  const say = useOutlookWords()
  const side = labelSide(band, labelRoom)
  const label = say.commitment(bet)
  return (
    <>
      <div className="relative h-6">
        <OpenForecast
          bet={bet}
          name={words('band.open', { key: bet.key })}
          className="group absolute inset-y-0 min-w-2 transition-[left,width] duration-150"
          style={{ left: `${band.start}%`, width: `${band.end - band.start}%` }}
        >
          <span
            className={`absolute inset-x-0 inset-y-1 overflow-hidden border border-series-1 group-hover:border-accent ${bet.marked ? 'border-dashed' : 'border-transparent'} ${band.isCut ? 'border-r-0' : ''}`}
          >
            {band.slices.map(({ start, end, weight }) => (
              <span
                key={start}
                className="absolute inset-y-0 bg-series-1 [print-color-adjust:exact]"
                style={sliceStyle(band, { start, end, weight })}
              />
            ))}
          </span>
        </OpenForecast>
        {side !== null && (
          <span
            className="pointer-events-none absolute inset-y-0 flex items-center px-2 text-xs whitespace-nowrap text-ink-2"
            style={side === 'right' ? { left: `${band.end}%` } : { right: `${100 - band.start}%` }}
          >
            <span className="bg-paper">{label}</span>
          </span>
        )}
      </div>
      {side === null && (
        <p className="text-xs text-ink-2">
          <span className="bg-paper">{label}</span>
        </p>
      )}
    </>
  )
}

/** In percent of the band. */
function sliceStyle({ start, end }: LikelihoodBand, slice: { start: number; end: number; weight: number }) {
  const width = Math.max(end - start, Number.EPSILON)
  return {
    left: `${((slice.start - start) / width) * 100}%`,
    width: `${((slice.end - slice.start) / width) * 100}%`,
    opacity: slice.weight,
  }
}

function Beyond({ bet }: { readonly bet: BetOutlook }) {
  const say = useOutlookWords()
  return (
    <div className="flex h-6 justify-end">
      <OpenForecast bet={bet} className="text-xs text-ink-2 hover:text-accent">
        <span className="bg-paper">
          <span className="sr-only">{bet.key}: </span>
          {say.half(bet)} <span aria-hidden="true">→</span>
        </span>
      </OpenForecast>
    </div>
  )
}

function NoForecast({ bet }: { readonly bet: BetOutlook }) {
  const words = useWords(roadmapWords)
  return (
    <p className="max-w-[64ch] pt-0.5 pb-1 text-ink-2">
      <span className="bg-paper">
        {words('row.none')} {bet.reason}{' '}
        <OpenForecast
          bet={bet}
          name={words('row.details', { key: bet.key })}
          className="text-accent underline underline-offset-2 print:hidden"
        >
          {words('row.more')}
        </OpenForecast>
      </span>
    </p>
  )
}

/** How far it moved since the earlier day; opens the reasons. */
function Moved({ bet, moved, since }: { bet: BetOutlook; moved: MovedBet; since: string }) {
  const say = useMovedWords(since)
  const isMoved = moved.became !== 'same'
  return (
    <p className="text-xs">
      <OpenForecast
        bet={bet}
        className={`underline-offset-2 hover:text-accent hover:underline ${isMoved ? 'text-ink-2' : 'text-ink-3'}`}
      >
        <span className="bg-paper">{say.short(moved)}</span>
      </OpenForecast>
    </p>
  )
}

interface OpenForecastProps {
  readonly bet: BetOutlook
  readonly name?: string
  readonly className: string
  readonly style?: React.CSSProperties
  readonly children: React.ReactNode
}

/** Opens all that stands behind the forecast; says its days to who cannot see the band. */
function OpenForecast({ bet, name, children, ...look }: OpenForecastProps) {
  const say = useOutlookWords()
  const [, change] = useRoadmapView()
  const id = useId()
  // Where there are none, what is said in their place stands beside it.
  const days = bet.dates && { 'aria-describedby': id, title: say.days(bet) }
  return (
    <>
      <button
        type="button"
        data-figure={bet.key}
        aria-haspopup="dialog"
        {...(name !== undefined && { 'aria-label': name })}
        onClick={() => change({ bet: bet.key })}
        {...days}
        {...look}
      >
        {children}
      </button>
      {days && (
        <span id={id} hidden>
          {days.title}
        </span>
      )}
    </>
  )
}

/** The day it is wanted by, with the chance; beyond the axis it is said at its edge. */
function Wanted({ bet, axis }: Pick<TimeCellProps, 'bet' | 'axis'>) {
  const say = useOutlookWords()
  if (bet.wanted === null) return null
  const at = Math.min(100, Math.max(0, placeOf(axis, bet.wanted)))
  const isOnAxis = at > 0 && at < 100
  const isLeft = at > 60
  return (
    <div className="relative h-5 overflow-hidden">
      <span
        className={`absolute flex h-5 items-center gap-1.5 text-xs whitespace-nowrap text-ink-2 ${isLeft ? 'flex-row-reverse' : ''}`}
        style={
          isLeft
            ? { right: `calc(${100 - at}% - ${isOnAxis ? 4 : 0}px)` }
            : { left: `calc(${at}% - ${isOnAxis ? 4 : 0}px)` }
        }
      >
        {isOnAxis && (
          <span
            className="size-1.75 shrink-0 rotate-45 bg-ink [print-color-adjust:exact]"
            aria-hidden="true"
          />
        )}
        <span className="bg-paper">{say.wanted(bet, axis)}</span>
      </span>
    </div>
  )
}
