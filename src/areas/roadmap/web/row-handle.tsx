import { GripVertical } from 'lucide-react'
import type { ComponentProps, KeyboardEvent } from 'react'
import { useWords } from '#kit/language/words.ts'
import type { Drop } from './use-row-drag.ts'
import { roadmapWords } from './words.ts'

export type HandleEvents = Pick<
  ComponentProps<'button'>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>

/** By which the row of a bet is dragged, and which says that Alt and an arrow do the same. */
export function RowHandle({ bet, ...events }: { readonly bet: string } & HandleEvents) {
  const words = useWords(roadmapWords)
  return (
    <button
      type="button"
      aria-label={words('row.move', { key: bet })}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      title={words('row.moveHelp')}
      data-print="no"
      className="-ml-1.5 inline-flex size-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-xs text-ink-3 hover:bg-sunk hover:text-ink active:cursor-grabbing"
      {...events}
    >
      <GripVertical size={14} aria-hidden="true" />
    </button>
  )
}

/** How a row looks while one is dragged: the line where it would come to stand, or the ground of the one that is dragged. */
export function dropLook(drop: Drop | null, bet: string): string {
  if (drop?.key === bet) return 'bg-sunk'
  return drop?.target === bet ? dropLine[drop.side] : ''
}

const dropLine = {
  before: 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-accent',
  after: 'before:absolute before:inset-x-0 before:-bottom-px before:z-1 before:h-0.5 before:bg-accent',
}

/** Alt and an arrow, wherever in a row the focus stands. */
export function moveByKeys(step: (by: 1 | -1) => void) {
  return (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by === null || !event.altKey) return
    event.preventDefault()
    step(by)
  }
}
