import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import type { QuarterShape } from '../allocation/allocation-shape.ts'
import { allocationQuery } from './allocation-queries.ts'
import { useAllocationView, useOpenFacts } from './allocation-view.ts'
import { ChangesDrawer } from './changes-drawer.tsx'
import { FourQuarters } from './four-quarters.tsx'
import { QuarterSwitch } from './quarter-switch.tsx'
import { ScopeSection } from './scope-section.tsx'
import { WhatStandsOut } from './what-stands-out.tsx'
import { allocationWords } from './words/words.ts'

/** What the work of a quarter was for, beside what it was meant to be for. */
export function AllocationPage() {
  const words = useWords(allocationWords)
  const format = useFormat()
  const view = useAllocationView()
  const openFacts = useOpenFacts()
  const { data, error, refetch, isPlaceholderData } = useQuery(allocationQuery(view.quarter))
  const quarter = data?.quarters.at(-1)
  return (
    <>
      <PageHeader
        title={words('title')}
        lead={words('lead')}
        aside={data && words('asOf', { moment: format.moment(data.asOf) })}
      />
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && quarter && (
        <div
          className={`flex flex-col gap-12 ${isPlaceholderData ? 'opacity-60' : ''}`}
          aria-busy={isPlaceholderData}
        >
          <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
            <QuarterSwitch quarter={quarter} />
            <Ways quarter={quarter} />
          </div>
          {data.unread.length > 0 && (
            <p className="-mt-8 text-ink-2">{words('unread', { names: data.unread.join(', ') })}</p>
          )}
          <WhatStandsOut quarter={quarter} />
          <div className="grid gap-x-12 gap-y-12 xl:grid-cols-2">
            {quarter.scopes.map((scope) => (
              <ScopeSection
                key={`${scope.team?.key ?? ''} ${scope.allocation?.key ?? ''}`}
                scope={scope}
                quarter={quarter.quarter}
                most={longestOf(quarter)}
                isOneOfMany={quarter.scopes.filter(({ team }) => team?.key === scope.team?.key).length > 1}
              />
            ))}
          </div>
          <FourQuarters quarters={data.quarters} />
        </div>
      )}
      {quarter && view.facts && (
        <ChangesDrawer
          quarter={quarter.quarter}
          facts={view.facts}
          name={nameOf(quarter, view.facts.scope) ?? words('company')}
          onClose={() => openFacts(undefined)}
        />
      )}
    </>
  )
}

/** The largest share of all that stands on the page: it takes the place there is, so that small ones can be told apart. */
function longestOf({ scopes }: QuarterShape): number {
  const kinds = scopes.flatMap((scope) => scope.kinds)
  return Math.max(0.01, ...kinds.flatMap(({ share, target }) => [share ?? 0, target ?? 0]))
}

function nameOf({ scopes }: QuarterShape, scope: string): string | undefined {
  return scope === 'company'
    ? undefined
    : (scopes.find(({ team }) => team?.key === scope)?.team?.name ?? scope)
}

/** What lies one step further. */
function Ways({ quarter: { quarter, state } }: { readonly quarter: QuarterShape }) {
  const words = useWords(allocationWords)
  const link = 'text-accent underline underline-offset-2'
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1" data-print="no">
      {state !== 'to-come' && (
        <Link to="/direction/allocation/unjoined" search={{ quarter }} className={link}>
          {words('unjoined.link')}
        </Link>
      )}
      <Link to="/direction/allocations" className={link}>
        {words('toRecords')}
      </Link>
    </p>
  )
}

function Skeleton() {
  return (
    <div className="flex flex-col gap-8" aria-hidden="true">
      <div className="skeleton h-8 w-64" />
      <div className="skeleton h-16 w-full max-w-2xl" />
      <div className="skeleton h-64 w-full max-w-2xl" />
    </div>
  )
}
