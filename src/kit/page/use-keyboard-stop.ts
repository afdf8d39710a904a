import { useCallback, useState, type RefCallback } from 'react'

const takesKeyboard = 'a[href], button:not(:disabled), input, select, textarea, summary, [tabindex]'

/**
 * For what scrolls: only while its content is larger than the place, and nothing in it takes the keyboard, does the
 * keyboard have to stand there itself. The content is what lies in its children.
 */
export function useKeyboardStop(): { readonly ref: RefCallback<HTMLElement>; readonly tabIndex?: 0 } {
  const [isNeeded, setNeeded] = useState(false)
  const ref = useCallback((place: HTMLElement | null) => {
    if (!place) return
    const observer = new ResizeObserver(() => {
      const isLarger = place.scrollWidth > place.clientWidth || place.scrollHeight > place.clientHeight
      setNeeded(isLarger && place.querySelector(takesKeyboard) === null)
    })
    for (const each of [place, ...place.children]) observer.observe(each)
    return () => observer.disconnect()
  }, [])
  return isNeeded ? { ref, tabIndex: 0 } : { ref }
}
