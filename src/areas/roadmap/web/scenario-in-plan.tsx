import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { BetInPlan, ComparedBet } from '../scenario/comparison-shape.ts'
import { ScenarioBand, type Axis } from './scenario-band.tsx'
import { scenarioWords } from './scenario-words.ts'

interface InPlanProps {
  readonly name: string
  readonly isToday: boolean
  /** What stands on the line of today: it is not said again. */
  readonly today: BetInPlan | null
  readonly plan: BetInPlan | null
  readonly bet: ComparedBet
  readonly axis: Axis
}

/** A bet in one of the plans: its band, its 85 % day, and how far that lies from today’s. */
export function InPlan({ name, isToday, today, plan, bet, axis }: InPlanProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)_13rem]">
      <span className={`truncate text-xs ${isToday ? 'text-ink-3' : 'text-ink-2'}`} title={name}>
        {name}
      </span>
      <div className="order-last col-span-2 sm:order-none sm:col-span-1">
        <ScenarioBand axis={axis} dates={plan?.dates ?? null} isMarked={plan?.marked === true} />
      </div>
      <span className="text-right sm:text-left">
        <When {...{ plan, isToday, today, bet }} />
      </span>
    </div>
  )
}

function When({ plan, isToday, today, bet }: Omit<InPlanProps, 'name' | 'axis'>) {
  const words = useWords(scenarioWords)
  const format = useFormat()
  if (plan === null) return <span className="text-ink-3">{words('when.out')}</span>
  const date = plan.dates?.['85'] ?? null
  if (date === null)
    return (
      <span className="text-ink-3" title={plan.reason ?? ''}>
        {words('when.none')}
        {plan.reason !== today?.reason && (
          <span className="block max-w-[26ch] text-xs text-pretty">{plan.reason}</span>
        )}
      </span>
    )
  const { later, wanted } = plan
  return (
    <>
      <span className={plan.marked ? 'text-ink-2' : ''}>{words('when.by', { day: format.day(date) })}</span>
      {!isToday && later !== null && (
        <span className={later === 0 ? 'text-ink-3' : 'font-medium'}>
          {' · '}
          {later === 0
            ? words('when.same')
            : words(later < 0 ? 'when.sooner' : 'when.later', { days: Math.abs(later) })}
        </span>
      )}
      {plan.marked && (
        <span className="block max-w-[32ch] text-xs text-pretty text-ink-2">
          {words('when.care')} {plan.reason !== today?.reason && plan.reason}
        </span>
      )}
      {wanted !== null && bet.wanted !== null && wanted.chance !== today?.wanted?.chance && (
        <span className="block text-xs text-ink-3">
          {words('when.wanted', {
            day: format.day(bet.wanted),
            chance: wanted.over95 ? words('when.over95') : format.share(wanted.chance),
          })}
        </span>
      )}
    </>
  )
}
