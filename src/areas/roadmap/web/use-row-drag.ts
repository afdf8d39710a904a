import { useEffect, useRef, useState, type PointerEvent } from 'react'

/** Where a row that is being dragged would be put. */
export interface Drop {
  readonly key: string
  readonly target: string | null
  readonly side: 'before' | 'after'
}

/** How near the edge of the window a drag scrolls it, and how far at a time, in pixels. */
const [edge, stride] = [48, 12]

/** Drags a row of a list by its handle among the rows of the same list; Escape leaves it where it was. */
export function useRowDrag(onDrop: (key: string, target: string, side: 'before' | 'after') => void) {
  const list = useRef<HTMLOListElement>(null)
  const [drop, setDrop] = useState<Drop | null>(null)
  const key = drop?.key
  useEffect(() => {
    if (key === undefined) return
    const cancel = (event: KeyboardEvent) => event.key === 'Escape' && setDrop(null)
    document.addEventListener('keydown', cancel)
    return () => document.removeEventListener('keydown', cancel)
  }, [key])
  const handle = (key: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrop({ key, target: null, side: 'before' })
    },
    onPointerMove: ({ clientY }: PointerEvent) => {
      if (drop?.key !== key || !list.current) return
      if (clientY < edge) window.scrollBy(0, -stride)
      if (clientY > window.innerHeight - edge) window.scrollBy(0, stride)
      setDrop({ key, ...targetAt(list.current, clientY) })
    },
    onPointerUp: () => {
      if (drop?.key !== key) return
      if (drop.target !== null) onDrop(key, drop.target, drop.side)
      setDrop(null)
    },
    onPointerCancel: () => setDrop(null),
  })
  return { list, drop, handle }
}

/** The row in whose upper or lower half a height lies, beyond the list its first or last. */
function targetAt(list: HTMLOListElement, height: number): Omit<Drop, 'key'> {
  const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-bet]')]
  const row = rows.find((each) => height < each.getBoundingClientRect().bottom) ?? rows.at(-1)
  if (!row) return { target: null, side: 'before' }
  const { top, bottom } = row.getBoundingClientRect()
  return { target: row.dataset['bet'] ?? null, side: height < (top + bottom) / 2 ? 'before' : 'after' }
}
