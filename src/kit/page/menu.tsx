import { ChevronDown } from 'lucide-react'
import { useId, useRef, type ReactNode } from 'react'

interface MenuProps {
  readonly label: ReactNode
  /** What it is called where the label alone does not say it. */
  readonly name?: string
  readonly isActive?: boolean
  readonly children: ReactNode
}

/** A button that shows more below it. The browser closes it on Escape and on a press elsewhere. */
export function Menu({ label, name, isActive = false, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const place = (event: React.ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== 'open' || !button.current) return
    const { left, bottom } = button.current.getBoundingClientRect()
    const { style, offsetWidth } = event.currentTarget
    style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - offsetWidth - 8))}px`
    style.top = `${bottom + 4}px`
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        {...(name !== undefined && { 'aria-label': name })}
        className={`inline-flex h-8 items-center gap-1.5 rounded-xs px-2 hover:bg-sunk ${isActive ? 'font-medium text-ink' : 'text-ink-2 hover:text-ink'}`}
      >
        {label}
        <ChevronDown size={12} aria-hidden="true" className="text-ink-3" />
      </button>
      <div
        id={id}
        popover="auto"
        onToggle={place}
        className="m-0 max-h-[60vh] max-w-[calc(100vw-1rem)] min-w-56 overflow-y-auto rounded-xs bg-raised p-3 text-ink shadow-raised"
      >
        {children}
      </div>
    </>
  )
}
