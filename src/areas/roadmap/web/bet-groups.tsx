import { useMay } from '#kit/api/use-may.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import type { RoadmapForecast } from '../answer-forecast.ts'
import { bet as betRecord } from '../bet.record.ts'
import { AxisHead } from './axis-head.tsx'
import { BetRow } from './bet-row.tsx'
import { groupBets, type BetGroup } from './group-bets.ts'
import { axisOf, type TimeAxis } from './time-axis.ts'
import { useBaseline, type Baseline } from './use-moved.ts'
import { useReorder, type MoveBet } from './use-reorder.ts'
import { useRoadmapView } from './use-roadmap-view.ts'
import { useRowDrag } from './use-row-drag.ts'
import { roadmapWords } from './words.ts'

/** All open bets under one axis, group by group. */
export function BetGroups({ forecast }: { readonly forecast: RoadmapForecast }) {
  const [{ by, span }] = useRoadmapView()
  const axis = axisOf(forecast.start, span)
  const { bets, move } = useReorder(forecast.bets)
  const baseline = useBaseline(forecast.start)
  return (
    <div className="[--roadmap:22rem_minmax(0,1fr)]">
      <AxisHead axis={axis} span={span} />
      <div className="flex flex-col gap-7">
        {groupBets(bets, by, forecast.teams).map((group) => (
          <Group key={group.key} group={group} {...{ axis, forecast, baseline, move }} />
        ))}
      </div>
    </div>
  )
}

interface GroupProps {
  readonly group: BetGroup
  readonly axis: TimeAxis
  readonly forecast: RoadmapForecast
  readonly baseline: Baseline | null
  readonly move: MoveBet
}

function Group({ group, axis, forecast, baseline, move }: GroupProps) {
  const words = useWords(roadmapWords)
  const [{ by }] = useRoadmapView()
  const name = useGroupName(group)
  const mayMove = useMay()(betRecord.writers)
  const { list, drop, handle } = useRowDrag(move)
  const { bets } = group
  const step = (at: number, by: 1 | -1) => {
    const [own, other] = [bets[at], bets[at + by]]
    if (own && other) move(own.key, other.key, by === -1 ? 'before' : 'after')
  }
  return (
    <section aria-label={name} className="break-inside-auto!">
      {by !== 'none' && (
        <h2 className="mb-1 flex items-baseline gap-2 font-semibold">
          {name}
          <span className="text-xs font-normal text-ink-3">
            {words('group.count', { count: bets.length })}
          </span>
        </h2>
      )}
      <ol ref={list}>
        {bets.map((bet, at) => (
          <BetRow
            key={bet.key}
            bet={bet}
            axis={axis}
            forecast={forecast}
            baseline={baseline}
            drop={drop}
            {...(mayMove && { mover: { handle: handle(bet.key), step: (by) => step(at, by) } })}
          />
        ))}
      </ol>
    </section>
  )
}

function useGroupName({ name }: BetGroup): string {
  const words = useWords(roadmapWords)
  const language = useLanguage()
  const [{ by }] = useRoadmapView()
  if (by === 'none') return words('by.none')
  if (name === null) return words(`group.none.${by}`)
  const horizons: Readonly<Record<string, { readonly en: string; readonly de: string }>> =
    betRecord.fields.horizon.choices
  return by === 'horizon' ? (horizons[name]?.[language] ?? name) : name
}
