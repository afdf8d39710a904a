import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { accountQuery } from '#kit/api/account.ts'
import { startQuery } from '#kit/api/start.ts'
import { useWords } from '#kit/language/words.ts'
import { bannerWords } from './words/words.ts'

const RemoveSample = lazy(async () => ({ default: (await import('./remove-sample.tsx')).RemoveSample }))

const heightKey = 'leitstand.sample-banner'

/** Says on every page that nothing here is real, and lets an owner end it. */
export function SampleBanner() {
  return (
    // Its words come on their own: while they do, the page under it stays.
    <Suspense fallback={<Kept />}>
      <AskedBanner />
    </Suspense>
  )
}

function AskedBanner() {
  const { data: account } = useQuery(accountQuery)
  const isSomebody = account !== undefined && account.state !== 'signed-out'
  const { data: start } = useQuery({ ...startQuery, enabled: isSomebody })
  useEffect(() => {
    if (start && !start.sample) keepHeight(null)
  }, [start])
  if (!start) return account?.state === 'signed-out' ? null : <Kept />
  return start.sample ? <Banner isOwner={start.sample.added !== null} /> : null
}

/** The place that it took the last time, so that nothing moves when it comes. */
function Kept() {
  const [height] = useState(keptHeight)
  return height > 0 ? <div aria-hidden="true" style={{ height }} /> : null
}

function keptHeight(): number {
  try {
    return Number(localStorage.getItem(heightKey))
  } catch {
    return 0
  }
}

function keepHeight(height: number | null): void {
  try {
    if (height === null) localStorage.removeItem(heightKey)
    else localStorage.setItem(heightKey, String(height))
  } catch {
    // Where a browser keeps nothing, the page moves once.
  }
}

function Banner({ isOwner }: { readonly isOwner: boolean }) {
  const words = useWords(bannerWords)
  const [isAsked, setAsked] = useState(false)
  const measure = useCallback((banner: HTMLElement | null) => {
    if (!banner) return
    const observer = new ResizeObserver(() => keepHeight(banner.offsetHeight))
    observer.observe(banner)
    return () => observer.disconnect()
  }, [])
  return (
    <aside
      ref={measure}
      aria-label={words('title')}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule bg-sunk px-3 py-1.5 text-ink-2"
    >
      <p>
        <span className="font-medium text-ink">{words('title')}</span> {words('text')}
      </p>
      {isOwner && (
        <button
          type="button"
          onClick={() => setAsked(true)}
          className="text-accent underline underline-offset-2"
          data-print="no"
        >
          {words('remove')}
        </button>
      )}
      {isAsked && (
        <Suspense>
          <RemoveSample onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </aside>
  )
}
