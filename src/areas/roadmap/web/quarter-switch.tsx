import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { QuarterShape } from '../allocation/allocation-shape.ts'
import { lastDayOf, quarterAfter } from './quarter-days.ts'
import { allocationWords } from './words/words.ts'

/** Which quarter is shown and whether it is over, and the way to the ones beside it. */
export function QuarterSwitch({ quarter: { quarter, state, from } }: { readonly quarter: QuarterShape }) {
  const words = useWords(allocationWords)
  const format = useFormat()
  const said = { running: 'running', over: 'over', 'to-come': 'toCome' } as const
  return (
    // No nav: which quarter it is belongs on paper, too.
    <div className="flex items-center gap-1">
      <Step to={quarterAfter(quarter, -1)} label={words('earlier')}>
        <ChevronLeft size={16} aria-hidden="true" />
      </Step>
      <p className="px-1">
        <span className="text-md font-semibold tabular-nums">{quarter}</span>{' '}
        <span className="text-ink-2">
          {words(said[state], { day: format.day(state === 'running' ? lastDayOf(quarter) : from) })}
        </span>
      </p>
      <Step to={quarterAfter(quarter, 1)} label={words('later')}>
        <ChevronRight size={16} aria-hidden="true" />
      </Step>
    </div>
  )
}

function Step({
  to,
  label,
  children,
}: {
  readonly to: string
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <Link
      to="/direction/allocation"
      search={{ quarter: to }}
      aria-label={`${label}: ${to}`}
      data-print="no"
      className="inline-flex size-8 items-center justify-center rounded-xs text-ink-2 hover:bg-sunk hover:text-ink"
    >
      {children}
    </Link>
  )
}
