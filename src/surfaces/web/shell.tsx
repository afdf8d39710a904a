import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useCallback, useState } from 'react'
import { accountQuery } from '#kit/api/account.ts'
import { statusQuery } from '#kit/api/queries.ts'
import { EvidenceDrawer } from '#kit/evidence-drawer/evidence-drawer.tsx'
import { useWords } from '#kit/language/words.ts'
import { Toasts } from '#kit/toast/toasts.tsx'
import { Bar } from './bar.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { pages } from './pages.ts'
import { PageTitle } from './page-title.tsx'
import { Rail } from './rail.tsx'
import { SampleBanner } from './start/sample-banner.tsx'
import { useKeyboard } from './use-keyboard.ts'
import { useLiveEvents } from './use-live-events.ts'
import { shellWords } from './words/words.ts'

/** The frame of every page: rail, bar, what the server says of itself, and the evidence drawer over it all. */
export function Shell() {
  const words = useWords(shellWords)
  const { pathname } = useLocation()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const openHelp = useCallback(() => setHelpOpen(true), [])
  const closeHelp = useCallback(() => setHelpOpen(false), [])
  useKeyboard(openHelp)
  const isWayIn = waysIn.includes(pathname)
  // Before the first choice there is nowhere to go to.
  const isBare = isWayIn || pathname === '/start'
  return (
    <>
      <a
        href="#content"
        className="sr-only z-30 bg-accent p-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {words('skip')}
      </a>
      <PageTitle />
      {!isBare && <Rail />}
      <div className={`mx-auto max-w-[90rem] px-4 pb-24 sm:px-8 print:pl-0 ${isBare ? '' : 'lg:pl-60'}`}>
        <header>
          <Bar
            hasFilters={pages.some((page) => 'hasFilters' in page && page.to === pathname)}
            // Whoever is nobody yet finds nothing and may go nowhere.
            canSearch={!isWayIn}
            onHelp={openHelp}
          />
        </header>
        {!isWayIn && <ServerNews />}
        {!isBare && <SampleBanner />}
        <main id="content" tabIndex={-1} className="pt-7 outline-none">
          <Suspense fallback={<div className="skeleton h-64" />}>
            {isWayIn ? <Outlet /> : <SignedIn />}
          </Suspense>
        </main>
      </div>
      <Suspense>
        <Toasts />
        {!isWayIn && <EvidenceDrawer />}
      </Suspense>
      {isHelpOpen && <KeyboardHelp onClose={closeHelp} />}
    </>
  )
}

/** Where one comes while one is nobody yet. */
const waysIn: readonly string[] = ['/welcome', '/sign-in', '/join']

/** The page for whoever may see one; whoever is nobody is led to the sign-in and back again. */
function SignedIn() {
  const { href } = useLocation()
  const { data: account } = useQuery(accountQuery)
  return account?.state === 'signed-out' ? (
    <Navigate to="/sign-in" search={{ next: href }} replace />
  ) : (
    <Outlet />
  )
}

/** Said calmly and only when there is something to say: the server is gone, or its database is not there yet. */
function ServerNews() {
  const words = useWords(shellWords)
  const isHeard = useLiveEvents()
  const { data: status } = useQuery(statusQuery)
  const news = isHeard
    ? status && databaseNews[status.database] && [words(databaseNews[status.database]!), status.message]
    : [words('gone.title'), words('gone.text')]
  return (
    <output className="block">
      {news && (
        <span className="block border-b border-rule bg-sunk px-3 py-2 text-ink-2">
          {news.filter(Boolean).join(' ')}
        </span>
      )}
    </output>
  )
}

const databaseNews = { opening: 'database.opening', failed: 'database.failed', ready: null } as const
