/* oxlint-disable jsx-a11y/prefer-tag-over-role -- options of a select hold plain text alone */
import { useEffect, useId, useRef, type ReactNode } from 'react'

interface OptionGroupProps {
  readonly name: string
  readonly children: ReactNode
}

export function OptionGroup({ name, children }: OptionGroupProps) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className="py-2">
      <p id={id} role="presentation" className="px-4 pb-1 text-xs text-ink-3">
        {name}
      </p>
      {children}
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly isChosen: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
  readonly children: ReactNode
}

/** The focus stays in the field: what is chosen is told by the field, and seen by its ground and its edge. */
export function Option({ id, isChosen, onPoint, onChoose, children }: OptionProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the keys and the focus
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={isChosen}
      // A list that moves under a resting mouse must not choose.
      onMouseMove={isChosen ? undefined : onPoint}
      onClick={onChoose}
      className={`cursor-pointer border-l-2 px-3.5 py-1.5 ${isChosen ? 'border-accent bg-sunk' : 'border-transparent'}`}
    >
      {children}
    </div>
  )
}
