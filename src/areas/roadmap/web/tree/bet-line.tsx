import { Link } from '@tanstack/react-router'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { BetOfGoal } from '../../goal-tree/tree-shape.ts'
import { treeWords } from './words/words.ts'

const states = ['idea', 'shaped', 'committed', 'in-progress', 'shipped', 'stopped'] as const
const surest = 0.95

interface BetLineProps {
  readonly bet: BetOfGoal
  readonly tabIndex: 0 | -1
}

/** A bet below a goal: its state, by when it is done, and the chance that this is in time. */
export function BetLine({ bet, tabIndex }: BetLineProps) {
  const words = useWords(treeWords)
  const format = useFormat()
  const { key, title, state, isOpen, day85, chance, marked, reason } = bet
  const known = states.find((each) => each === state)
  const percent = (share: number) => {
    if (share > surest) return words('chance.over')
    return share < 0.01 ? words('chance.under') : `${format.number(share * 100)}\u00a0%`
  }
  const hasForecast = day85 !== null || chance !== null
  return (
    <div
      className={`py-1 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)] lg:gap-x-6 ${isOpen ? '' : 'text-ink-3'}`}
    >
      <p className="min-w-0">
        <Link
          to="/records/$key"
          params={{ key }}
          tabIndex={tabIndex}
          className="underline-offset-2 hover:text-accent hover:underline"
        >
          <span className="mr-1.5 font-mono text-xs text-ink-3">{key}</span>
          {title}
        </Link>
        <span className="ml-2 text-xs whitespace-nowrap text-ink-3">
          {known ? words(`bet.state.${known}`) : state}
        </span>
      </p>
      {isOpen && (
        <p className="text-xs text-ink-2 lg:pt-0.5">
          {hasForecast && (
            <>
              {day85 === null ? words('bet.never') : words('bet.day', { day: format.day(day85) })}
              {chance !== null && (
                <>
                  {' · '}
                  <span className="font-medium text-ink">
                    {words('bet.chance', { chance: percent(chance) })}
                  </span>
                </>
              )}
            </>
          )}
          {!hasForecast && words('bet.none')}
          {reason !== null && (
            <span className={hasForecast ? 'block text-ink-3' : 'text-ink-3'}>
              {' '}
              {marked && words('bet.care')} {reason}
            </span>
          )}
        </p>
      )}
    </div>
  )
}
