import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import type { GoalTreeShape } from '../../goal-tree/tree-shape.ts'
import { columns } from './goal-line.tsx'
import { TreeItem, type TreeActs } from './tree-item.tsx'
import { actOfKey, rowsInSight } from './tree-rows.ts'
import { turnedIn, type TreeView } from './tree-view.ts'
import { treeWords } from './words/words.ts'

interface GoalTreeProps {
  readonly tree: GoalTreeShape
  readonly view: TreeView
  readonly onTurn: (key: string) => void
  readonly onChanges: (key: string) => void
}

/** The goals and below each its bets, walked with the arrow keys as trees are. */
export function GoalTree({ tree: { goals, today, window }, view, onTurn, onChanges }: GoalTreeProps) {
  const words = useWords(treeWords)
  const navigate = useNavigate()
  const mayWrite = useMay()(['owner', 'leader'])
  const list = useRef<HTMLUListElement>(null)
  const { turned = '' } = view
  const rows = useMemo(() => rowsInSight(goals, turnedIn({ turned })), [goals, turned])
  const [chosen, setChosen] = useState<string | null>(null)
  const [checkingIn, setCheckingIn] = useState<string | null>(null)
  const current = rows.find((row) => row.id === chosen)?.id ?? rows[0]?.id
  const focus = (row: string) =>
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus()
  const acts = useSteady({
    press(event, row) {
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
    },
    choose: setChosen,
    turn: onTurn,
    showChanges: onChanges,
    checkIn: setCheckingIn,
    stopCheckingIn(row) {
      setCheckingIn(null)
      // The row takes the focus back from the form that was in it.
      focus(row)
    },
  })
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
        <span>{words('head.changes', { weeks: window.weeks })}</span>
      </div>
      <ul ref={list} role="tree" aria-label={words('label')}>
        {rows.map((row) => (
          <TreeItem
            key={row.id}
            row={row}
            isCurrent={row.id === current}
            isCheckingIn={row.id === checkingIn}
            mayWrite={mayWrite}
            today={today}
            acts={acts}
          />
        ))}
      </ul>
    </div>
  )
}

/** The same functions at each drawing, which do what was said last. */
function useSteady(acts: TreeActs): TreeActs {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  return useMemo(
    () => ({
      press: (event, row) => latest.current.press(event, row),
      choose: (row) => latest.current.choose(row),
      turn: (goal) => latest.current.turn(goal),
      showChanges: (goal) => latest.current.showChanges(goal),
      checkIn: (row) => latest.current.checkIn(row),
      stopCheckingIn: (row) => latest.current.stopCheckingIn(row),
    }),
    [],
  )
}
