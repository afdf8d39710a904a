import { Link } from '@tanstack/react-router'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import type { BetOutlook, RoadmapForecast } from '../answer-forecast.ts'
import { bet as betRecord } from '../bet.record.ts'
import { dropLook, moveByKeys, RowHandle, type HandleEvents } from './row-handle.tsx'
import type { TimeAxis } from './time-axis.ts'
import { TimeCell } from './time-cell.tsx'
import type { Baseline } from './use-moved.ts'
import type { Drop } from './use-row-drag.ts'
import { roadmapWords } from './words.ts'

interface Mover {
  readonly handle: HandleEvents
  readonly step: (by: 1 | -1) => void
}

interface BetRowProps {
  readonly bet: BetOutlook
  readonly axis: TimeAxis
  readonly forecast: RoadmapForecast
  readonly baseline: Baseline | null
  readonly drop: Drop | null
  /** For who may move it. */
  readonly mover?: Mover
}

/** A bet with what it is for, and its band; Alt and an arrow move it wherever in it the focus stands. */
export function BetRow({ bet, axis, forecast, baseline, drop, mover }: BetRowProps) {
  return (
    // The keys belong to whatever in the row has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <li
      data-bet={bet.key}
      {...(mover && { onKeyDown: moveByKeys(mover.step) })}
      className={`relative border-t border-rule py-1.5 break-inside-avoid lg:grid lg:grid-cols-(--roadmap) lg:gap-x-6 ${dropLook(drop, bet.key)}`}
    >
      <div className="flex min-w-0 items-start gap-1">
        {mover && <RowHandle bet={bet.key} {...mover.handle} />}
        <div className="min-w-0 flex-1 pt-1">
          <Link
            to="/records/$key"
            params={{ key: bet.key }}
            className="line-clamp-2 underline-offset-2 hover:text-accent hover:underline"
          >
            <span className="mr-1.5 font-mono text-xs text-ink-3">{bet.key}</span>
            <span className="font-medium">{bet.title}</span>
          </Link>
          <Meta bet={bet} forecast={forecast} />
        </div>
      </div>
      <TimeCell {...{ bet, axis, baseline }} breaks={forecast.breaks} />
    </li>
  )
}

/** Its state, what it serves, and what it waits for. */
function Meta({ bet, forecast }: { readonly bet: BetOutlook; readonly forecast: RoadmapForecast }) {
  const words = useWords(roadmapWords)
  const language = useLanguage()
  const states: Readonly<Record<string, { readonly en: string; readonly de: string }>> =
    betRecord.fields.state.choices
  const open = new Set(forecast.bets.map(({ key }) => key))
  const waits = bet.after.flatMap(({ key }) => (open.has(key) ? [key] : []))
  return (
    <>
      <p className="truncate text-xs text-ink-3">
        <span className="text-ink-2">{states[bet.state]?.[language] ?? bet.state}</span>
        {bet.goals.length === 0 && ` · ${words('row.noGoal')}`}
        {bet.goals.map(({ key, title }, at) => (
          <span key={key}>
            {at === 0 ? ' · ' : ', '}
            <Link
              to="/records/$key"
              params={{ key }}
              title={`${key} ${title}`}
              className="underline-offset-2 hover:text-accent hover:underline"
            >
              {title}
            </Link>
          </span>
        ))}
      </p>
      {waits.length > 0 && (
        <p className="text-xs text-ink-3">{words('row.waits', { keys: waits.join(', ') })}</p>
      )}
    </>
  )
}
