import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import type { GoalTreeShape } from '../../goal-tree/tree-shape.ts'
import { BetLine } from './bet-line.tsx'
import { CheckInForm } from './check-in-form.tsx'
import { columns, GoalLine } from './goal-line.tsx'
import { actOfKey, rowsInSight, type TreeRow } from './tree-rows.ts'
import { turnedIn, type TreeView } from './tree-view.ts'
import { treeWords } from './words/words.ts'

interface GoalTreeProps {
  readonly tree: GoalTreeShape
  readonly view: TreeView
  readonly onTurn: (key: string) => void
  readonly onChanges: (key: string) => void
}

/** The goals and below each its bets, walked with the arrow keys as trees are. */
export function GoalTree({ tree, view, onTurn, onChanges }: GoalTreeProps) {
  const words = useWords(treeWords)
  const navigate = useNavigate()
  const mayWrite = useMay()(['owner', 'leader'])
  const list = useRef<HTMLUListElement>(null)
  const rows = rowsInSight(tree.goals, turnedIn(view))
  const [chosen, setChosen] = useState<string | null>(null)
  const [checkingIn, setCheckingIn] = useState<string | null>(null)
  const current = rows.find((row) => row.id === chosen)?.id ?? rows[0]?.id
  const focus = (row: string) => {
    setChosen(row)
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus()
  }
  /** Gives the row the focus back that the form in it had. */
  const stopCheckingIn = (row: string) => {
    setCheckingIn(null)
    focus(row)
  }
  const onKeyDown = (event: KeyboardEvent, row: TreeRow) => {
    // What stands in a row has its own keys.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actOfKey(event.key, rows, row.id)
    if (act && 'focus' in act) focus(act.focus)
    else if (act) onTurn(act.turn)
    else if (event.key === 'Enter')
      void navigate({
        to: '/records/$key',
        params: { key: row.kind === 'goal' ? row.goal.key : row.bet.key },
      })
    else if (event.key === 'c' && row.kind === 'goal' && mayWrite) setCheckingIn(row.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div>
      <div
        aria-hidden="true"
        className={`hidden border-b border-rule-strong pb-1 text-xs text-ink-3 ${columns}`}
      >
        <span>{words('head.goal')}</span>
        <span>{words('head.metric')}</span>
        <span>{words('head.confidence')}</span>
        <span>{words('head.time')}</span>
        <span>{words('head.bets')}</span>
        <span>{words('head.changes', { weeks: tree.window.weeks })}</span>
      </div>
      <ul ref={list} role="tree" aria-label={words('label')}>
        {rows.map((row) => {
          const tabIndex = row.id === current ? 0 : -1
          return (
            <li
              key={row.id}
              role="treeitem"
              data-row={row.id}
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.of}
              {...(row.kind === 'goal' && row.hasBelow && { 'aria-expanded': row.isOpen })}
              aria-selected={row.id === current}
              tabIndex={tabIndex}
              onFocus={() => setChosen(row.id)}
              onKeyDown={(event) => onKeyDown(event, row)}
              style={depthOf(row)}
              className={`group break-inside-avoid pl-[calc(var(--depth)*0.75rem)] -outline-offset-2 xl:pl-[calc(var(--depth)*1.25rem)] ${borderOf(row)}`}
            >
              {row.kind === 'bet' ? (
                <div className="pl-5">
                  <BetLine bet={row.bet} tabIndex={tabIndex} />
                </div>
              ) : (
                <>
                  <GoalLine
                    goal={row.goal}

                    tabIndex={tabIndex}
                    isOpen={row.isOpen}
                    hasBelow={row.hasBelow}
                    onTurn={() => onTurn(row.goal.key)}
                    onChanges={() => onChanges(row.goal.key)}
                    onCheckIn={mayWrite ? () => setCheckingIn(row.id) : null}
                  />
                  {checkingIn === row.id && (
                    <CheckInForm goal={row.goal} today={tree.today} onClose={() => stopCheckingIn(row.id)} />
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Each goal at the top begins something of its own; bets belong to what stands above them. */
function borderOf({ kind, level }: TreeRow): string {
  if (kind === 'bet') return ''
  return level === 1 ? 'border-t border-rule-strong first:border-0' : 'border-t border-rule'
}

/** What lies deeper is told by its level alone. */
const mostIndented = 6

function depthOf({ level }: TreeRow): CSSProperties {
  return { '--depth': Math.min(level - 1, mostIndented) } as CSSProperties // a property of the page's own
}
