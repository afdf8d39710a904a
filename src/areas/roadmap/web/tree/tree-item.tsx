import { memo, type CSSProperties, type KeyboardEvent } from 'react'
import { BetLine } from './bet-line.tsx'
import { CheckInForm } from './check-in-form.tsx'
import { GoalLine } from './goal-line.tsx'
import type { TreeRow } from './tree-rows.ts'

/** What can be done in a row; the same functions for as long as the tree is there. */
export interface TreeActs {
  press(event: KeyboardEvent, row: TreeRow): void
  choose(row: string): void
  turn(goal: string): void
  showChanges(goal: string): void
  checkIn(row: string): void
  stopCheckingIn(row: string): void
}

interface TreeItemProps {
  readonly row: TreeRow
  /** Whether it is the one that Tab leads to. */
  readonly isCurrent: boolean
  readonly isCheckingIn: boolean
  readonly mayWrite: boolean
  readonly today: string
  readonly acts: TreeActs
}

/** A row of the tree. Of hundreds only those are drawn anew in which something changed. */
export const TreeItem = memo(function TreeItem(props: TreeItemProps) {
  const { row, isCurrent, isCheckingIn, mayWrite, today, acts } = props
  const tabIndex = isCurrent ? 0 : -1
  return (
    <li
      role="treeitem"
      data-row={row.id}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.of}
      {...(row.kind === 'goal' && row.hasBelow && { 'aria-expanded': row.isOpen })}
      aria-selected={isCurrent}
      tabIndex={tabIndex}
      onFocus={() => acts.choose(row.id)}
      onKeyDown={(event) => acts.press(event, row)}
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
            onTurn={() => acts.turn(row.goal.key)}
            onChanges={() => acts.showChanges(row.goal.key)}
            onCheckIn={mayWrite ? () => acts.checkIn(row.id) : null}
          />
          {isCheckingIn && (
            <CheckInForm goal={row.goal} today={today} onClose={() => acts.stopCheckingIn(row.id)} />
          )}
        </>
      )}
    </li>
  )
})

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
