import { useEffect, useState } from 'react'

/** So long at most one waits for a quiet moment, in milliseconds. */
const patience = 2000

/** True once the browser has had nothing else to do: for what nobody waits for. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(() => setIdle(true), patience)
      return () => clearTimeout(timer)
    }
    const asked = requestIdleCallback(() => setIdle(true), { timeout: patience })
    return () => cancelIdleCallback(asked)
  }, [])
  return isIdle
}
