import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { accountQuery } from '#kit/api/account.ts'
import { startQuery } from '#kit/api/start.ts'
import { useWords } from '#kit/language/words.ts'
import { bannerWords } from './words/words.ts'

const RemoveSample = lazy(async () => ({ default: (await import('./remove-sample.tsx')).RemoveSample }))

/** Says on every page that nothing here is real, and lets an owner end it. */
export function SampleBanner() {
  const { data: account } = useQuery(accountQuery)
  const isSomebody = account !== undefined && account.state !== 'signed-out'
  const { data: start } = useQuery({ ...startQuery, enabled: isSomebody })
  return start?.sample ? <Banner isOwner={start.sample.added !== null} /> : null
}

function Banner({ isOwner }: { readonly isOwner: boolean }) {
  const words = useWords(bannerWords)
  const [isAsked, setAsked] = useState(false)
  return (
    <aside
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
