import { useCallback, useState, type RefCallback } from 'react'

/** For what scrolls sideways: only while its content is wider than the place does the keyboard have to stand there. */
export function useKeyboardStop(): { readonly ref: RefCallback<HTMLElement>; readonly tabIndex?: 0 } {
  const [isWider, setWider] = useState(false)
  const ref = useCallback((place: HTMLElement | null) => {
    if (!place) return
    const observer = new ResizeObserver(() => setWider(place.scrollWidth > place.clientWidth))
    for (const each of [place, ...place.children]) observer.observe(each)
    return () => observer.disconnect()
  }, [])
  return isWider ? { ref, tabIndex: 0 } : { ref }
}
