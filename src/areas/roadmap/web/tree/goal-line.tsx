import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronRight, CircleDashed, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { GoalNode } from '../../goal-tree/tree-shape.ts'
import { MetricCell } from './metric-cell.tsx'
import { treeWords } from './words/words.ts'

const states = ['draft', 'active', 'reached', 'missed', 'dropped'] as const

export const columns =
  'xl:grid xl:grid-cols-[minmax(0,1fr)_11rem_6.5rem_8rem_9.5rem_6.5rem] xl:items-start xl:gap-x-5'

interface GoalLineProps {
  readonly goal: GoalNode
  readonly tabIndex: 0 | -1
  readonly isOpen: boolean
  readonly hasBelow: boolean
  readonly onTurn: () => void
  readonly onChanges: () => void
  /** For who may write. */
  readonly onCheckIn: (() => void) | null
}

/** A goal in one line: how far, how sure, how long, by which bets, and what reached it. */
export function GoalLine(props: GoalLineProps) {
  const words = useWords(treeWords)
  const { goal, tabIndex, isOpen, hasBelow, onTurn, onCheckIn } = props
  const { key, title, owner } = goal
  const state = states.find((each) => each === goal.state)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className={`grid grid-cols-2 gap-x-6 gap-y-2 py-2 sm:grid-cols-3 ${columns}`}>
      <div className="col-span-full flex min-w-0 items-start gap-1 xl:col-span-1">
        {hasBelow ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={words('row.toggle', { key })}
            onClick={onTurn}
            className="-ml-1.5 inline-flex size-6 shrink-0 items-center justify-center rounded-xs text-ink-3 hover:bg-sunk hover:text-ink"
            data-print="no"
          >
            <Chevron size={14} aria-hidden="true" />
          </button>
        ) : (
          <span className="-ml-1.5 size-6 shrink-0" />
        )}
        <div className="min-w-0 pt-0.5">
          <Link
            to="/records/$key"
            params={{ key }}
            tabIndex={tabIndex}
            className="underline-offset-2 hover:text-accent hover:underline"
          >
            <span className="mr-1.5 font-mono text-xs text-ink-3">{key}</span>
            <span className="font-medium">{title}</span>
          </Link>
          <p className="text-xs text-ink-3">
            {[state ? words(`state.${state}`) : goal.state, owner].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <Cell name={words('head.metric')}>
        <MetricCell goal={goal}>
          {onCheckIn && (
            <button
              type="button"
              tabIndex={tabIndex}
              aria-label={words('check.openFor', { key })}
              onClick={onCheckIn}
              className="-my-1 inline-flex h-6 items-center gap-1 text-xs text-accent group-focus-within:opacity-100 group-hover:opacity-100 hover:underline xl:pointer-fine:opacity-0"
              data-print="no"
            >
              <Plus size={12} aria-hidden="true" /> {words('check.open')}
            </button>
          )}
        </MetricCell>
      </Cell>
      <Cell name={words('head.confidence')}>
        <Confidence goal={goal} />
      </Cell>
      <Cell name={words('head.time')}>
        <Time goal={goal} />
      </Cell>
      <Cell name={words('head.bets')}>
        <Bets goal={goal} />
      </Cell>
      <Cell name={words('changes.list')}>
        <Changes {...props} />
      </Cell>
    </div>
  )
}

/** Under a head where there is room for one, else with its name before it. */
function Cell({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="ml-5 min-w-0 xl:ml-0 xl:pt-0.5">
      <p className="text-xs text-ink-3 xl:sr-only">{name}</p>
      {children}
    </div>
  )
}

/** A confidence older than this is set lighter: it says little of today. */
const staleDays = 45

function Confidence({ goal: { latest } }: { readonly goal: GoalNode }) {
  const words = useWords(treeWords)
  const format = useFormat()
  if (latest === null) return <p className="text-ink-3">–</p>
  const { confidence, age } = latest
  const isFresh = age <= staleDays
  return (
    <p className={isFresh ? '' : 'text-ink-3'} title={latest.note ?? undefined}>
      {confidence === null ? (
        <span className="text-ink-3">{words('confidence.none')}</span>
      ) : (
        `${format.number(confidence)}\u00a0%`
      )}
      <span className="block text-xs text-ink-3">
        {age === 0
          ? words('confidence.today')
          : age < 0
            ? words('confidence.ahead', { days: -age })
            : words('confidence.age', { days: age })}
      </span>
    </p>
  )
}

function Time({ goal: { due, timeOver, daysLeft } }: { readonly goal: GoalNode }) {
  const words = useWords(treeWords)
  const format = useFormat()
  if (due === null || daysLeft === null) return <p className="text-ink-3">{words('time.none')}</p>
  return (
    <div>
      {timeOver !== null && (
        <span aria-hidden="true" className="mt-1.5 mb-1.5 block h-1 w-24 bg-rule">
          <span className="block h-full bg-ink-3" style={{ width: `${timeOver * 100}%` }} />
        </span>
      )}
      <p>
        {daysLeft === 0
          ? words('time.today')
          : daysLeft < 0
            ? words('time.over', { days: -daysLeft })
            : words('time.left', { days: daysLeft })}
        <span className="block text-xs text-ink-3">{words('time.due', { day: format.day(due) })}</span>
      </p>
    </div>
  )
}

function Bets({ goal: { work, due, outlook } }: { readonly goal: GoalNode }) {
  const words = useWords(treeWords)
  const { open, known, likely } = outlook
  if (work !== 'own')
    return (
      <p className={`flex items-start gap-1.5 ${work === 'below' ? 'text-ink-3' : ''}`}>
        {work !== 'below' && (
          <CircleDashed size={14} aria-hidden="true" className="mt-[3px] shrink-0 text-bad" />
        )}
        {words(`bets.${work}`)}
      </p>
    )
  if (known === 0)
    return <p className="text-ink-2">{words(due === null ? 'bets.timeless' : 'bets.unknown', { open })}</p>
  return (
    <p title={words('bets.help')}>
      {words('bets.likely', { likely, open })}
      {known < open && (
        <span className="block text-xs text-ink-3">{words('bets.some', { count: open - known })}</span>
      )}
    </p>
  )
}

function Changes({ goal: { key, changes }, tabIndex, onChanges }: GoalLineProps) {
  const words = useWords(treeWords)
  const { own, below } = changes
  if (below === 0) return <p className="text-ink-3">{words('changes.zero')}</p>
  return (
    <p>
      <button
        type="button"
        tabIndex={tabIndex}
        aria-label={words('changes.open', { count: below, key })}
        onClick={onChanges}
        className="underline decoration-rule-strong underline-offset-4 hover:text-accent"
      >
        {words('changes.count', { count: below })}
      </button>
      {own !== below && <span className="block text-xs text-ink-3">{words('changes.own', { own })}</span>}
    </p>
  )
}
