import { useCallback, useState, type RefCallback } from 'react'

/** Width of an element in pixels, 0 before it is known: charts are drawn in real pixels so that their text stays crisp. */
export function useWidth<E extends HTMLElement>(): readonly [RefCallback<E>, number] {
  const [width, setWidth] = useState(0)
  const ref = useCallback((element: E) => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(element)
    setWidth(Math.floor(element.getBoundingClientRect().width))
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
